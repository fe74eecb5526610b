package dev.escala.startup;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.escala.EscalaApplication;
import dev.escala.support.TestServices;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A wrong property is one sentence: name, value, place, and what is allowed")
class WrongPropertyTests {

	private Environment environment;

	@ParameterizedTest(name = "{0}={1}")
	@CsvSource(delimiter = '|', value = {
			"server.port | abc | server.port is \"abc\" (in test), but must be a whole number.",
			"server.forward-headers-strategy | all | server.forward-headers-strategy is \"all\" (in test), but must be one "
					+ "of NATIVE, FRAMEWORK, NONE.",
			"server.tomcat.connection-timeout | soon | server.tomcat.connection-timeout is \"soon\" (in test), but must be "
					+ "a duration such as PT20S, 20s or 5m.",
			"server.compression.enabled | perhaps | server.compression.enabled is \"perhaps\" (in test), but must be true "
					+ "or false.",
			"server.max-http-request-header-size | big | server.max-http-request-header-size is \"big\" (in test), but must "
					+ "be a size such as 20MB.",
			"escala.test.pin-secret | four | escala.test.pin-secret has a value that is not shown here (in test), but must "
					+ "be a whole number.",
			"escala.test.patience | PT9S | escala.test.patience must be at most PT5S, not PT9S (in test).",
			"escala.zone | Mars/Phobos | escala.zone is \"Mars/Phobos\" (in test), but must be a time zone such as "
					+ "Europe/Madrid." })
	@DisplayName("Ours, Spring's, in records and in constructors")
	void sentences(String property, String value, String sentence) {
		new ApplicationContextRunner().withUserConfiguration(Settings.class)
			.withInitializer((context) -> this.environment = context.getEnvironment())
			.withPropertyValues("escala.zone=Europe/Madrid", property + "=" + value)
			.run((context) -> assertThat(sentence(context.getStartupFailure())).isEqualTo(sentence));
	}

	@Test
	@DisplayName("The environment variable is called by its name")
	void environmentVariable() {
		new ApplicationContextRunner().withUserConfiguration(Settings.class)
			.withInitializer((context) -> this.environment = context.getEnvironment())
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.replace("systemEnvironment",
						new SystemEnvironmentPropertySource("systemEnvironment",
								Map.of("SERVER_PORT", "abc", "ESCALA_ZONE", "Europe/Madrid"))))
			.run((context) -> assertThat(sentence(context.getStartupFailure()))
				.isEqualTo("server.port is \"abc\" (by the environment variable SERVER_PORT), but must be a whole "
						+ "number."));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', value = {
			"escala.calendar.closes=25:00 | escala.calendar.closes is \"25:00\" (on the command line), but must be a time "
					+ "such as 18:00, up to 24:00, the end of the day.",
			"logging.level.dev.escala=loud | logging.level.dev.escala is \"loud\" (on the command line), but must be one of "
					+ "TRACE, DEBUG, INFO, WARN, ERROR, FATAL, OFF." })
	@DisplayName("The application prints the sentence and no page of Spring's, however early it fails")
	void application(String argument, String sentence, CapturedOutput output) {
		assertThatThrownBy(() -> new SpringApplicationBuilder(EscalaApplication.class).run("--" + argument,
				"--server.port=0", "--spring.datasource.url=" + TestServices.newDatabase(),
				"--spring.datasource.username=postgres", "--spring.datasource.password=postgres"))
			.isInstanceOf(RuntimeException.class);

		assertThat(output.getAll()).contains("Description:\n\n" + sentence + "\n").doesNotContain("Action:");
	}

	private String sentence(Throwable failure) {
		List<FailureAnalyzer> analyzers = SpringFactoriesLoader
			.forDefaultResourceLocation(WrongPropertyTests.class.getClassLoader())
			.load(FailureAnalyzer.class, SpringFactoriesLoader.ArgumentResolver.of(Environment.class, this.environment),
					SpringFactoriesLoader.FailureHandler.handleMessage((message, problem) -> {
					}));
		for (FailureAnalyzer analyzer : analyzers) {
			FailureAnalysis analysis = analyzer.analyze(failure);
			if (analysis != null) {
				assertThat(analysis.getAction()).isNull();
				return analysis.getDescription();
			}
		}
		return null;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties({ ServerProperties.class, OwnProperties.class })
	static class Settings {

		@Bean
		Object zoned(@Value("${escala.zone}") ZoneId zone) {
			return zone;
		}

	}

	@ConfigurationProperties("escala.test")
	record OwnProperties(int pinSecret, Duration patience) {

		OwnProperties {
			if (patience != null && patience.toSeconds() > 5) {
				throw new IllegalArgumentException("escala.test.patience must be at most PT5S, not " + patience);
			}
		}

	}

}
