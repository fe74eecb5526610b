package dev.escala.web;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.escala.support.ApiClient;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The description of the API shows of every operation the types that it reads and answers")
class ApiSchemaTests {

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private ObjectMapper json;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private JsonNode docs;

	private final List<String> wrong = new ArrayList<>();

	private int compared;

	@BeforeEach
	void read() {
		this.docs = ApiClient.of(this.port, this.identity, "api-agent", "agents").get("/v3/api-docs").json();
	}

	@Test
	@DisplayName("with exactly their fields, however many classes share a name")
	void fields() {
		this.mappings.getHandlerMethods()
			.forEach((mapping, handler) -> mapping.getPatternValues()
				.stream()
				.filter((path) -> path.startsWith("/api/"))
				.forEach((path) -> mapping.getMethodsCondition()
					.getMethods()
					.forEach((verb) -> operation(verb, path, handler.getMethod()))));

		assertThat(this.wrong).as(String.join("\n", this.wrong)).isEmpty();
		assertThat(this.compared).isGreaterThan(100);
	}

	@Test
	@DisplayName("by references that all lead somewhere")
	void references() {
		List<String> broken = this.docs.findValuesAsText("$ref")
			.stream()
			.filter((reference) -> resolve(reference).isMissingNode())
			.toList();

		assertThat(broken).isEmpty();
	}

	private void operation(RequestMethod verb, String path, Method method) {
		String name = verb + " " + path;
		JsonNode operation = this.docs.path("paths").path(path).path(verb.name().toLowerCase(Locale.ROOT));
		for (Parameter parameter : method.getParameters()) {
			if (parameter.isAnnotationPresent(RequestBody.class)) {
				compare(name + " reads", content(operation.path("requestBody")), type(parameter.getParameterizedType()),
						true, new HashSet<>());
			}
		}
		JavaType answer = type(method.getGenericReturnType());
		JavaType body = answer.hasRawClass(ResponseEntity.class) ? answer.containedType(0) : answer;
		operation.path("responses").properties().forEach((response) -> {
			if (response.getKey().startsWith("2") && response.getValue().has("content")) {
				compare(name + " answers", content(response.getValue()), body, false, new HashSet<>());
			}
		});
	}

	private JavaType type(java.lang.reflect.Type type) {
		return this.json.constructType(type);
	}

	/** The schema of the JSON. */
	private static JsonNode content(JsonNode described) {
		JsonNode json = described.path("content").path("application/json");
		return (json.isMissingNode() ? described.path("content").path("*/*") : json).path("schema");
	}

	private void compare(String where, JsonNode schema, JavaType type, boolean read, Set<JavaType> seen) {
		compare(where, schema, type, Set.of(), read, seen);
	}

	private void compare(String where, JsonNode schema, JavaType type, Set<String> ignored, boolean read,
			Set<JavaType> seen) {
		JsonNode real = schema.has("$ref") ? resolve(schema.path("$ref").asText()) : schema;
		if (type.isCollectionLikeType() || type.isArrayType()) {
			compare(where + "[]", real.path("items"), type.getContentType(), read, seen);
			return;
		}
		if (!type.getRawClass().getName().startsWith("dev.escala.") || type.isEnumType() || !seen.add(type)) {
			return;
		}
		List<BeanPropertyDefinition> expected = properties(type, read);
		if (expected.isEmpty()) {
			return; // written as a text
		}
		this.compared++;
		Set<String> described = new TreeSet<>();
		real.path("properties").fieldNames().forEachRemaining(described::add);
		Set<String> names = expected.stream()
			.map(BeanPropertyDefinition::getName)
			.filter((name) -> !ignored.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
		if (!described.equals(names)) {
			this.wrong
				.add(where + ": described " + described + ", but " + type.getRawClass().getName() + " has " + names);
			return;
		}
		expected.forEach((property) -> compare(where + "." + property.getName(),
				real.path("properties").path(property.getName()), property.getPrimaryType(), ignored(property), read,
				seen));
	}

	/** What one property leaves out of its type. */
	private static Set<String> ignored(BeanPropertyDefinition property) {
		JsonIgnoreProperties ignored = property.getPrimaryMember().getAnnotation(JsonIgnoreProperties.class);
		return (ignored == null) ? Set.of() : Set.of(ignored.value());
	}

	private List<BeanPropertyDefinition> properties(JavaType type, boolean read) {
		BeanDescription bean = read ? this.json.getDeserializationConfig().introspect(type)
				: this.json.getSerializationConfig().introspect(type);
		if (!read && bean.findJsonValueAccessor() != null) {
			return List.of();
		}
		return bean.findProperties()
			.stream()
			.filter((one) -> read ? one.couldDeserialize() : one.couldSerialize())
			.flatMap((one) -> one.getPrimaryMember().hasAnnotation(JsonUnwrapped.class)
					? properties(one.getPrimaryType(), read).stream() : Stream.of(one))
			.toList();
	}

	private JsonNode resolve(String reference) {
		return this.docs.at(reference.substring(1));
	}

}
