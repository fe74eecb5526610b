package dev.escala.notification.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.startup.StartupProblem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@DisplayName("The configuration of channels")
class ChannelPropertiesTests {

	private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	private static final String CRM = "escala.channels.endpoints.crm.";

	private final Map<String, String> settings = new HashMap<>(
			Map.of(CRM + "kind", "WEBHOOK", CRM + "url", "https://crm.example/hooks/top-secret-path", CRM + "secrets",
					SECRET + "," + "whsec_" + "QUFB".repeat(8), CRM + "groups", "supervisors,managers"));

	@Test
	@DisplayName("gives endpoints, keys of a rotation and the documented waiting times")
	void reads() {
		this.settings.put("escala.channels.endpoints.guardia.kind", "slack");
		this.settings.put("escala.channels.endpoints.guardia.url", "http://Chat.intranet:8065/hooks/abc");
		this.settings.put("escala.channels.endpoints.guardia.groups", "all");
		this.settings.put("escala.channels.plain-http-hosts", "chat.INTRANET");

		ChannelProperties properties = bind();

		assertThat(properties.retries()).isEqualTo(TestChannels.DELAYS);
		assertThat(properties.privateHosts()).isEmpty();
		List<Endpoint> endpoints = properties.read();
		assertThat(endpoints).extracting(Endpoint::name).containsExactlyInAnyOrder("crm", "guardia");
		Endpoint crm = endpoints.stream().filter((one) -> one.name().equals("crm")).findFirst().orElseThrow();
		assertThat(crm.secrets()).hasSize(2);
		assertThat(crm.isFor(List.of("experts"))).isFalse();
		assertThat(crm.isFor(List.of("experts", "managers"))).isTrue();
		Endpoint chat = endpoints.stream().filter((one) -> one.name().equals("guardia")).findFirst().orElseThrow();
		assertThat(chat.isFor(List.of("anybody"))).isTrue();
	}

	@Test
	@DisplayName("shows neither secrets nor URLs to whoever prints it")
	void showsNothing() {
		assertThat(bind() + " " + bind().read()).doesNotContain("MfKQ9r8", "top-secret-path");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "endpoints.crm.kind | TEAMS | endpoints.crm.kind must be WEBHOOK or SLACK.",
			"endpoints.crm.url | ftp://crm.example/top-secret-path | endpoints.crm.url must begin with https://.",
			"endpoints.crm.url | http://crm.example/top-secret-path | endpoints.crm.url must begin with https://; without",
			"endpoints.crm.url | https://u:top-secret-path@crm.example | endpoints.crm.url must be a whole URL",
			"endpoints.crm.url | https:///top-secret-path | endpoints.crm.url must be a whole URL",
			"endpoints.crm.url | https://crm.example/top-secret-path { | endpoints.crm.url is not a URL",
			"endpoints.crm.url | '' | endpoints.crm.url is missing",
			"endpoints.crm.secrets | '' | endpoints.crm.secrets is missing",
			"endpoints.crm.secrets | whsec_MfKQ9r8 | endpoints.crm.secrets[0] must be whsec_",
			"endpoints.crm.kind | SLACK | endpoints.crm.secrets is for a WEBHOOK",
			"endpoints.crm.groups | '' | endpoints.crm.groups must name the groups",
			"endpoints.crm.groups | los jefes | endpoints.crm.groups must name the groups",
			"endpoints[El CRM].kind | SLACK | endpoints.El CRM is not a name",
			"retries | PT0S | retries must be 1 to 20 durations", "retries | P8D | retries must be 1 to 20 durations",
			"timeout | PT10M | timeout must be a duration from PT1S to PT2M" })
	@DisplayName("that is wrong stops the start with the property's name and without its value")
	void refuses(String property, String value, String sentence) {
		this.settings.put("escala.channels." + property, value);

		Throwable problem = catchThrowable(this::bind);

		assertThat(problem).isInstanceOf(BindException.class).rootCause().isInstanceOf(StartupProblem.class);
		assertThat(problem.getCause()).rootCause();
		String message = root(problem).getMessage();
		assertThat(message).startsWith("escala.channels." + sentence);
		assertThat(message).doesNotContain("top-secret-path", "MfKQ9r8");
	}

	private static Throwable root(Throwable problem) {
		return (problem.getCause() == null) ? problem : root(problem.getCause());
	}

	private ChannelProperties bind() {
		return new Binder(new MapConfigurationPropertySource(this.settings)).bindOrCreate("escala.channels",
				ChannelProperties.class);
	}

}
