package dev.escala.escalation.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escala.customer.Customers;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@EscalaTest
@DisplayName("A report that is wrong is explained in Spanish, field by field")
class BadReportTests {

	private static final List<String> ONE_OF = List.of("origin", "reason", "criterion", "speciality", "impact",
			"urgency");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	private CaseApi api;

	@BeforeEach
	void givenPeopleAndCustomers() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
	}

	static Stream<Arguments> bodies() {
		Stream.Builder<Arguments> bodies = Stream.builder();
		for (String field : List.of("customer", "origin", "reason", "criterion", "subject", "description", "impact",
				"urgency")) {
			bodies.add(arguments(field, "missing", without(field)));
			bodies.add(arguments(field, "null", CaseApi.body().putNull(field).toString()));
			bodies.add(arguments(field, "blank", CaseApi.body(field, " \n ").toString()));
		}
		for (String field : ONE_OF) {
			bodies.add(arguments(field, "not one of its values", CaseApi.body(field, "SOMETHING").toString()));
			bodies.add(arguments(field, "in lower case", CaseApi.body(field, "low").toString()));
		}
		for (String field : List.of("customer", "origin", "reason", "criterion", "speciality", "subject", "description",
				"impact", "urgency", "service")) {
			bodies.add(arguments(field, "with NUL", CaseApi.body(field, "a\0b").toString()));
			bodies.add(arguments(field, "with half a pair",
					CaseApi.body(field, "X").toString().replace("\"X\"", "\"a\\ud83d\"")));
			bodies.add(arguments(field, "a number", CaseApi.body().put(field, 7).toString()));
			bodies.add(arguments(field, "a list", withList(field, "x")));
			bodies.add(arguments(field, "an object", withObject(field)));
		}
		bodies.add(arguments("customer", "over-long", CaseApi.body("customer", "x".repeat(201)).toString()));
		bodies.add(arguments("subject", "over-long", CaseApi.body("subject", "x".repeat(201)).toString()));
		bodies.add(arguments("service", "over-long", CaseApi.body("service", "x".repeat(201)).toString()));
		bodies.add(arguments("description", "over-long", CaseApi.body("description", "x".repeat(4001)).toString()));
		bodies.add(arguments("description", "with an escape sequence",
				CaseApi.body("description", "a\u001Bb").toString()));
		bodies.add(arguments("major", "a text", CaseApi.body("major", "true").toString()));
		bodies.add(arguments("major", "a number", CaseApi.body().put("major", 1).toString()));
		for (String field : List.of("customerIssues", "linkedRecords")) {
			bodies.add(arguments(field, "a text", CaseApi.body(field, "x").toString()));
			bodies.add(arguments(field + "[1]", "over-long", withList(field, "a", "x".repeat(501))));
			bodies.add(arguments(field + "[0]", "with NUL", withList(field, "a\0b")));
			bodies.add(arguments(field, "too many", withList(field, "x,".repeat(51).split(","))));
		}
		bodies.add(arguments("severity", "not a field of a report", CaseApi.body("severity", "LOW").toString()));
		bodies.add(arguments("__proto__", "not a field of a report", CaseApi.body("__proto__", "x").toString()));
		bodies.add(arguments("subject", "twice", CaseApi.body().toString().replaceFirst("\\{", "{\"subject\":\"x\",")));
		return bodies.build();
	}

	private static String without(String field) {
		ObjectNode body = CaseApi.body();
		body.remove(field);
		return body.toString();
	}

	private static String withList(String field, String... texts) {
		ObjectNode body = CaseApi.body();
		body.putArray(field);
		Arrays.stream(texts).forEach(body.withArray(field)::add);
		return body.toString();
	}

	private static String withObject(String field) {
		ObjectNode body = CaseApi.body();
		body.putObject(field).put("x", 1);
		return body.toString();
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("bodies")
	void refusesFields(String field, String what, String body) {
		assertProblem(this.api.agent.post(CaseApi.PATH, body), 400, field);
	}

	@Test
	@DisplayName("Everything that is wrong is told at once, with the values that are possible")
	void tellsEverything() {
		Answer answer = this.api.agent.post(CaseApi.PATH,
				CaseApi.body("subject", "", "impact", "ENORMOUS", "customer", "x".repeat(300)).toString());

		assertProblem(answer, 400);
		assertThat(answer.fields()).containsExactlyInAnyOrder("subject", "impact", "customer");
		assertThat(answer.text()).contains("LOW, MEDIUM, HIGH");
		assertThat(this.api.agent
			.post(CaseApi.PATH, CaseApi.body().put("major", 1).put("subject", 2).put("colour", 3).toString())
			.fields()).containsExactlyInAnyOrder("major", "subject", "colour");
	}

	@Test
	@DisplayName("Bodies that are no report at all")
	void refusesBodies() {
		for (String body : List.of("", "null", "[]", "\"x\"", "7", "{", "{}x", "{'a': 1}", "\u0000", "{\"a\":}",
				"[".repeat(5000))) {
			assertProblem(this.api.agent.post(CaseApi.PATH, body), 400);
		}
		assertProblem(this.api.agent.send("POST", CaseApi.PATH,
				BodyPublishers
					.ofByteArray(CaseApi.body("subject", "Ñandú").toString().getBytes(StandardCharsets.ISO_8859_1)),
				"Content-Type", "application/json"), 400);
	}

	@Test
	@DisplayName("Other types of content, other methods, and more than is read")
	void refusesRequests() {
		String body = CaseApi.body().toString();
		for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense",
				"multipart/form-data; boundary=b", "text/csv")) {
			assertProblem(this.api.agent.post(CaseApi.PATH, body, "Content-Type", type), 415);
		}
		assertProblem(this.api.agent.send("POST", CaseApi.PATH, BodyPublishers.ofString(body)), 415);
		assertProblem(this.api.agent.post(CaseApi.PATH, body, "Accept", "application/xml"), 406);
		for (String method : List.of("DELETE", "PUT", "PATCH")) {
			Answer answer = this.api.agent.send(method, CaseApi.PATH, BodyPublishers.ofString(body));
			assertProblem(answer, 405);
			assertThat(answer.header("Allow")).contains("POST", "GET");
		}
		byte[] large = new byte[3_000_000];
		Arrays.fill(large, (byte) ' ');
		assertProblem(this.api.agent.send("POST", CaseApi.PATH, BodyPublishers.ofByteArray(large), "Content-Type",
				"application/json"), 413);
		assertProblem(this.api.agent.send("POST", CaseApi.PATH,
				BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)), "Content-Type",
				"application/json"), 413);
		assertProblem(this.api.agent.post(CaseApi.PATH, body, "Idempotency-Key", "x".repeat(201)), 400,
				"Idempotency-Key");
	}

}
