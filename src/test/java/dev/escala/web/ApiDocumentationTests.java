package dev.escala.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.support.ApiClient;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The description of the API")
class ApiDocumentationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private ApplicationContext context;

	@Test
	@DisplayName("has every address, each with a sentence, its refusals and only parameters that exist")
	void isComplete() {
		JsonNode docs = ApiClient.of(this.port, this.identity, "api-agent", "agents").get("/v3/api-docs").json();

		Set<String> described = new HashSet<>();
		docs.path("paths").properties().forEach((path) -> path.getValue().properties().forEach((operation) -> {
			String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
			described.add(name);
			assertThat(operation.getValue().path("summary").asText()).as(name).isNotBlank();
			assertThat(operation.getValue().path("tags").path(0).asText()).as(name)
				.isNotBlank()
				.doesNotContain("controller");
			assertThat(operation.getValue().path("responses").has("default")).as(name).isTrue();
		}));
		assertThat(described).containsAll(addresses()).hasSameSizeAs(addresses());
		assertThat(parameters(docs, "/api/escalations")).containsExactlyInAnyOrder("search", "phase", "severity",
				"type", "origin", "outcome", "group", "owner", "customer", "open", "observed", "page", "size", "sort");
		assertThat(parameters(docs, "/api/lessons")).containsExactlyInAnyOrder("search", "page", "size", "sort");
		assertThat(docs.path("paths").path("/api/escalations").path("post").path("responses").has("201")).isTrue();
		assertThat(docs.toString()).doesNotContain("Temporal", "StackTraceElement");
	}

	private static List<String> parameters(JsonNode docs, String path) {
		List<String> names = new ArrayList<>();
		docs.path("paths")
			.path(path)
			.path("get")
			.path("parameters")
			.forEach((parameter) -> names.add(parameter.path("name").asText()));
		return names;
	}

	private Set<String> addresses() {
		Set<String> addresses = new HashSet<>();
		this.mappings.getHandlerMethods()
			.keySet()
			.forEach((mapping) -> mapping.getPatternValues()
				.stream()
				.filter((pattern) -> pattern.startsWith("/api/"))
				.forEach((pattern) -> mapping.getMethodsCondition()
					.getMethods()
					.forEach((method) -> addresses.add(method.name() + " " + pattern))));
		assertThat(addresses).contains("POST /api/escalations", "GET /api/lessons");
		return addresses;
	}

	@Test
	@DisplayName("and health do not depend on a mail server")
	void healthIgnoresMail() {
		assertThat(this.context.containsBean("mailHealthContributor")).isFalse();
	}

}
