package dev.escala.engine.rest;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.support.EscalaTest;
import dev.escala.support.Logged;
import dev.escala.support.StaffClient;
import dev.escala.tasklist.EveryFieldProcess;
import dev.escala.web.Problem;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Camunda's REST interfaces answer like ours")
class EngineAnswersTests {

	private static final String TAKEN = "Otra persona ha tomado esta tarea";

	private static final String ENDED = "Esta tarea ya está terminada";

	private static final String STARTED = """
			{"businessKey": "%s", "variables": {"person": {"value": "ansana"}, "group": {"value": "ansgroup"},
			 "due": {"value": null}}}""";

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private EngineProblems problems;

	private EveryFieldProcess process;

	@BeforeAll
	void people() {
		this.process = new EveryFieldProcess(this.engine);
		this.process.person("ansadmin", "Alba", "camunda-admin");
		this.process.person("ansana", "Ana", "ansgroup");
		this.process.person("ansben", "Ben", "ansgroup");
	}

	@AfterAll
	void leave() {
		this.process.close();
	}

	@BeforeEach
	void listen() {
		this.log.list.clear();
		this.log.start();
		root().addAppender(this.log);
		((Logger) LoggerFactory.getLogger("dev.escala.engine")).setLevel(Level.INFO);
	}

	@AfterEach
	void stopListening() {
		root().detachAppender(this.log);
		((Logger) LoggerFactory.getLogger("dev.escala.engine")).setLevel(null);
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource
	@DisplayName("A mistake of the caller is told in Spanish, with the field, and is one line of the log")
	void mistakes(Door door) {
		Caller caller = new Caller(door, "ansadmin");
		String key = "/process-definition/key/everyField/start";

		refused(caller.send("POST", "/task", "{\"assignee\": "), 400, "JSON");
		refused(caller.send("POST", "/task", "{\"priority\": \"mucha\"}"), 400, "«priority»");
		refused(caller.send("POST", "/task", "[]"), 400, "");
		refused(caller.send("POST", key, STARTED.formatted("x".repeat(256))), 400, "");
		refused(caller.send("POST", key, STARTED.formatted("a\\u0000b")), 400, "");
		refused(caller.send("POST", "/user/create", ""), 400, "");
		refused(caller.send("POST", key, "{\"variables\": {\"x\": {\"type\": \"Long\", \"value\": \"mil\"}}}"), 400,
				"");
		refused(caller.send("GET", "/task?maxResults=muchos", null), 400, "«maxResults»");
		refused(caller.send("GET", "/task?createdAfter=ayer&maxResults=1", null), 400, "«createdAfter»");
		refused(caller.send("GET", "/task?sortBy=nada&sortOrder=asc&maxResults=1", null), 400, "");
		refused(caller.send("GET", "/task", null), 400, "maxResults");
		refused(caller.send("GET", "/task/nada", null), 404, "");
		refused(caller.send("GET", "/task?maxResults=1&assignee=a%00b", null), 400, "nulo");
		refused(caller.send("POST", "/task/nada/claim", "{\"userId\": \"ansadmin\"}"), 404, "");
		refused(caller.send("GET", "/nada", null), 404, "");
		refused(caller.send("DELETE", "/version", null), 405, "");
		refused(caller.submit("POST", "/task", "text/plain", "{}"), 415, "");
		refused(caller.send("POST", "/task", " ".repeat(1_100_000)), 413, "1 MB");

		// The last line is written when its answer is on its way.
		Awaitility.await().atMost(Duration.ofSeconds(45)).untilAsserted(() -> assertThat(lines()).hasSize(18));
		assertThat(lines()).allMatch((line) -> line.getFormattedMessage().startsWith("Refused "));
		assertThat(this.log.list).noneMatch((line) -> line.getThrowableProxy() != null);
	}

	@Test
	@DisplayName("A body without an announced length is read no further than one that has it")
	void chunked() throws Exception {
		byte[] body = " ".repeat(3_000_000).getBytes();
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/engine-rest/task"))
			.header("Authorization",
					"Basic " + Base64.getEncoder()
						.encodeToString(("ansadmin:" + EveryFieldProcess.PASSWORD).getBytes()))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
			.build();

		refused(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()), 413, "1 MB");
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource
	@DisplayName("Of two who claim a task one has it, and the other hears that somebody else took it")
	void claimedTwice(Door door) throws Exception {
		Caller ana = new Caller(door, "ansana");
		Caller ben = new Caller(door, "ansben");
		for (int i = 0; i < 8; i++) {
			String path = "/task/" + open(null).getId() + "/claim";
			List<HttpResponse<String>> answers = atOnce(() -> ana.send("POST", path, "{\"userId\": \"ansana\"}"),
					() -> ben.send("POST", path, "{\"userId\": \"ansben\"}"));

			oneOf(answers, TAKEN);
			HttpResponse<String> late = ((answers.get(0).statusCode() == 204) ? ben : ana).send("POST", path,
					"{\"userId\": \"" + ((answers.get(0).statusCode() == 204) ? "ansben" : "ansana") + "\"}");
			refused(late, 409, TAKEN);
		}
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource
	@DisplayName("Completed twice by a double click, a task is completed once, and the second click hears it")
	void completedTwice(Door door) throws Exception {
		Caller ana = new Caller(door, "ansana");
		for (int i = 0; i < 8; i++) {
			String path = "/task/" + open("ansana").getId() + "/complete";

			oneOf(atOnce(() -> ana.send("POST", path, "{}"), () -> ana.send("POST", path, "{}")), "");

			refused(ana.send("POST", path, "{}"), 409, ENDED);
			refused(ana.send("POST", path.replace("complete", "claim"), "{\"userId\": \"ansana\"}"), 409, ENDED);
		}
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource
	@DisplayName("Our own sentences come as they are: a form's as a bad request, the others by their kind")
	void ownSentences(Door door) {
		Caller ana = new Caller(door, "ansana");
		String task = "/task/" + open("ansben").getId();

		refused(new Caller(door, "ansadmin").send("POST", task + "/complete", "{}"), 400, "Esta tarea la tiene ansben");
		refused(new Caller(door, "ansben").send("POST", task + "/bpmnError", "{\"errorCode\": \"x\"}"), 403,
				"Una tarea solo se termina completándola.");
		refused(ana.send("GET", "/user/profile/x", null), 404, "");
		refused(ana.send("DELETE", "/user/ansben", null), 403, "Lo tienen: Administración");
	}

	@Test
	@DisplayName("What is our own mistake stays 500, says a reference, and stands in the log once")
	void ourMistake() {
		try (Logged said = Logged.by(EngineProblems.class)) {
			Problem problem = this.problems.problem(new IllegalStateException("secret"),
					new MockHttpServletRequest("GET", "/engine-rest/task"));

			assertThat(problem.status()).isEqualTo(500);
			assertThat(problem.detail()).contains(problem.reference()).doesNotContain("secret");
			assertThat(said.lines()).singleElement()
				.asString()
				.startsWith("ERROR ")
				.contains(problem.reference())
				.endsWith(" | java.lang.IllegalStateException: secret");
		}
		assertThat(this.log.list).isEmpty();
	}

	private List<ILoggingEvent> lines() {
		return List.copyOf(this.log.list)
			.stream()
			.filter((line) -> line.getLoggerName().startsWith("dev.escala.engine"))
			.toList();
	}

	private Task open(String assignee) {
		return this.process.start("LOW", assignee, "ansgroup", null);
	}

	private static void oneOf(List<HttpResponse<String>> answers, String sentence) {
		assertThat(answers).as(answers.stream().map(HttpResponse::body).toList().toString())
			.extracting(HttpResponse::statusCode)
			.containsExactlyInAnyOrder(204, 409);
		answers.stream()
			.filter((answer) -> answer.statusCode() == 409)
			.forEach((answer) -> refused(answer, 409, sentence));
	}

	private static void refused(HttpResponse<String> answer, int status, String part) {
		assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isEqualTo(status);
		JsonNode body = json(answer.body());
		assertThat(answer.headers().firstValue("Content-Type")).as(answer.body()).contains("application/problem+json");
		assertThat(body.path("status").asInt()).isEqualTo(status);
		assertThat(body.path("title").asText()).isNotBlank();
		assertThat(body.path("detail").asText()).isNotBlank().contains(part).isEqualTo(body.path("message").asText());
		assertThat(answer.body()).doesNotContain("Exception", "camunda", "ENGINE-", "java.", " the ", "annot ");
	}

	private static JsonNode json(String text) {
		try {
			return new ObjectMapper().readTree(text);
		}
		catch (java.io.IOException ex) {
			throw new AssertionError("Not JSON: " + text, ex);
		}
	}

	@SafeVarargs
	private static <T> List<T> atOnce(Callable<T>... calls) throws Exception {
		CyclicBarrier together = new CyclicBarrier(calls.length);
		ExecutorService threads = Executors.newFixedThreadPool(calls.length);
		try {
			List<Future<T>> results = Stream.of(calls).map((call) -> threads.submit(() -> {
				together.await();
				return call.call();
			})).toList();
			List<T> answers = new java.util.ArrayList<>();
			for (Future<T> result : results) {
				answers.add(result.get());
			}
			return answers;
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** The ways to the engine. */
	enum Door {

		ENGINE_REST, WEB_APPLICATIONS

	}

	/** Somebody at one of the doors. */
	private final class Caller {

		private final Door door;

		private final StaffClient client;

		Caller(Door door, String user) {
			this.door = door;
			this.client = (door == Door.ENGINE_REST)
					? StaffClient.basic(EngineAnswersTests.this.port, user, EveryFieldProcess.PASSWORD)
					: StaffClient.session(EngineAnswersTests.this.port, user, EveryFieldProcess.PASSWORD);
		}

		HttpResponse<String> send(String method, String path, String body) {
			return submit(method, path, (body != null) ? "application/json" : null, body);
		}

		HttpResponse<String> submit(String method, String path, String type, String body) {
			String base = (this.door == Door.ENGINE_REST) ? "/engine-rest" : "/camunda/api/engine/engine/default";
			String token = this.client.cookie("XSRF-TOKEN").orElse("none");
			return this.client.submit(method, base + path, type, body, "X-XSRF-TOKEN", token, "Accept",
					"application/json");
		}

	}

}
