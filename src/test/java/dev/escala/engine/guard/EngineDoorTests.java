package dev.escala.engine.guard;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import dev.escala.tasklist.EveryFieldProcess;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each role can send to the engine through each of its two doors, over real HTTP:
 * what is refused, with which status and sentence, and that the entitled way still works.
 */
@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineDoorTests {

	private static final String ADMINISTRATORS = Role.ADMINISTRATORS.groupId();

	private static final String COLLEAGUE = "doorcolleague";

	/** The documented expression for the caller's own user id. */
	private static final String EXPRESSION = "${currentUser()}";

	private static final String ASKED = "{\"assigneeExpression\": \"" + EXPRESSION + "\"}";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	private EveryFieldProcess process;

	private final Map<String, StaffClient> callers = new HashMap<>();

	@BeforeAll
	void givenOneOfEachRole() {
		this.process = new EveryFieldProcess(this.engine);
		this.process.person(COLLEAGUE, "Luis", "doorgroup");
		groups().filter((group) -> !group.equals("doorgroup")).forEach((group) -> {
			this.process.person(user(group), "Ana", group);
			this.engine.getIdentityService().createMembership(user(group), "doorgroup");
		});
		this.process.person(user("doorgroup"), "Ana", "doorgroup");
	}

	@AfterAll
	void leave() {
		this.process.close();
	}

	static Stream<String> groups() {
		return Stream.concat(Arrays.stream(Role.values()).map(Role::groupId), Stream.of("doorgroup"));
	}

	static Stream<Arguments> everybody() {
		return groups().flatMap((group) -> Arrays.stream(Door.values()).map((door) -> Arguments.of(group, door)));
	}

	@ParameterizedTest(name = "{0} through {1}")
	@MethodSource("everybody")
	@DisplayName("No expression is taken: in an address, a query, a part of a query, or a filter")
	void expressions(String group, Door door) {
		String encoded = URLEncoder.encode(EXPRESSION, StandardCharsets.UTF_8);
		String ours = this.engine.getFilterService()
			.createFilterQuery()
			.filterName("Mis tareas")
			.singleResult()
			.getId();
		String list = "/filter/" + ours + "/list?maxResults=5";
		boolean watches = group.equals(ADMINISTRATORS) || group.equals(Role.PROCESS_OWNERS.groupId());
		String filter = "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": " + ASKED + ", \"properties\": {}}";

		refused(get(group, door, "/task?maxResults=5&assigneeExpression=" + encoded), 400,
				QueryExpressionFilter.SENTENCE);
		refused(caller(group, door).submit("GET", door.path + "/task?maxResults=5&someExpression=x",
				"application/x-www-form-urlencoded", null), 400, QueryExpressionFilter.SENTENCE);
		refused(post(group, door, list, ASKED), 400, QueryExpressionFilter.SENTENCE);
		refused(post(group, door, list, "{\"orQueries\": [" + ASKED + "]}"), 400, QueryExpressionFilter.SENTENCE);
		refused(post(group, door, list, "{\"anything\": [{\"someExpression\": \"x\"}]}"), 400,
				QueryExpressionFilter.SENTENCE);
		refused(post(group, door, "/task?maxResults=5", "{\"orQueries\": [" + ASKED + "]}"), watches ? 400 : 403, "");
		refused(post(group, door, "/filter/create", filter), group.equals(ADMINISTRATORS) ? 400 : 403, "");
		assertThat(post(group, door, list, "{}").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest(name = "{0} through {1}")
	@MethodSource("everybody")
	@DisplayName("A completion and a start set the fields of the form, and nothing else")
	void fields(String group, Door door) {
		String task = "/task/" + this.process.start("LOW", user(group), "doorgroup", null).getId();
		String more = "{\"variables\": {\"severity\": {\"value\": \"CRITICAL\", \"type\": \"String\"}}}";
		String file = "{\"variables\": {\"details\": {\"value\": \"eA==\", \"type\": \"File\", "
				+ "\"valueInfo\": {\"filename\": \"a.txt\"}}}}";
		String object = "{\"variables\": {\"details\": {\"value\": \"{}\", \"type\": \"Object\", \"valueInfo\": "
				+ "{\"objectTypeName\": \"java.lang.String\", \"serializationDataFormat\": \"application/json\"}}}}";
		String start = "/process-definition/key/everyField/";

		for (String by : new String[] { "/complete", "/submit-form" }) {
			refused(post(group, door, task + by, more), 400, "«severity»");
			refused(post(group, door, task + by, file), 400, "«details»");
			refused(post(group, door, task + by, object), 400, "«details»");
		}
		refused(post(group, door, task + "/resolve", more), 403, "Nadie le ha delegado");
		refused(post(group, door, start + "start", more), 400, "«severity»");
		refused(post(group, door, start + "submit-form", more), 400, "«severity»");
		refused(post(group, door, start + "start", "{\"businessKey\": \"ESC-2026-000001\"}"), 400, "businessKey");

		assertThat(post(group, door, task + "/submit-form", "{\"variables\": {\"subject\": {\"value\": \"Facturas\"}, "
				+ "\"days\": {\"value\": 3, \"type\": \"Long\"}, \"matters\": {\"value\": \"[\\\"a\\\"]\", \"type\": \"Json\"}}}")
			.statusCode()).isEqualTo(204);
	}

	@ParameterizedTest(name = "{0} through {1}")
	@MethodSource("everybody")
	@DisplayName("Nobody acts for another; for oneself a task is taken and put back")
	void persons(String group, Door door) {
		String task = "/task/" + this.process.start("LOW", null, "doorgroup", null).getId();
		String other = "{\"userId\": \"" + COLLEAGUE + "\"}";
		String own = "{\"userId\": \"" + user(group) + "\"}";

		refused(post(group, door, task + "/claim", other), 403, "nadie las toma en nombre de otra");
		refused(post(group, door, task + "/assignee", other), 403, "no se asigna así");
		refused(post(group, door, task + "/delegate", other), 403, "no se delegan");
		refused(post(group, door, task + "/identity-links",
				"{\"userId\": \"" + COLLEAGUE + "\", \"type\": \"assignee\"}"), 403, "lo dice el proceso");
		refused(send(group, door, "PUT", task, "{\"name\": \"x\", \"assignee\": \"" + COLLEAGUE + "\"}"), 403,
				"no se cambia quién la tiene");

		assertThat(post(group, door, task + "/claim", own).statusCode()).isEqualTo(204);
		assertThat(post(group, door, task + "/unclaim", "").statusCode()).isEqualTo(204);
	}

	@ParameterizedTest(name = "{0} through {1}")
	@MethodSource("everybody")
	@DisplayName("Jobs of the engine are changed by administrators only")
	void jobs(String group, Door door) {
		Job cleanUp = this.engine.getHistoryService().findHistoryCleanupJobs().get(0);
		String job = "/job/" + cleanUp.getId();
		String retries = "{\"retries\": " + cleanUp.getRetries() + "}";
		if (group.equals(ADMINISTRATORS)) {
			assertThat(send(group, door, "PUT", job + "/retries", retries).statusCode()).isEqualTo(204);
			return;
		}

		refused(send(group, door, "PUT", job + "/retries", retries), 403, "Administración");
		refused(send(group, door, "PUT", job + "/suspended", "{\"suspended\": true}"), 403, "Administración");
		refused(send(group, door, "PUT", job + "/duedate", "{\"duedate\": null}"), 403, "Administración");
		refused(post(group, door, job + "/execute", ""), 403, "Administración");
		refused(post(group, door, "/history/cleanup", ""), 403, "Administración");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("A supervisor changes the date of a task as Tasklist does, with the whole task as it was shown")
	void dates(Door door) {
		String group = Role.SUPERVISORS.groupId();
		Date before = Date.from(Instant.parse("2999-01-02T09:00:00Z"));
		String task = "/task/" + this.process.start("LOW", COLLEAGUE, "doorgroup", before).getId();
		String shown = get(group, door, task).body();

		assertThat(shown).contains("camundaFormRef", "2999-01-02T09:00:00.000+0000");
		assertThat(send(group, door, "PUT", task, shown.replace("2999-01-02T09", "2999-01-03T10")).statusCode())
			.isEqualTo(204);
		assertThat(withoutChange(get(group, door, task).body()))
			.isEqualTo(withoutChange(shown.replace("2999-01-02T09", "2999-01-03T10")));
	}

	@Test
	@DisplayName("Cockpit lists the versions of a process and of a decision, and counts tasks and deployments")
	void cockpit() {
		String owner = Role.PROCESS_OWNERS.groupId();
		String versions = "?sortBy=version&sortOrder=desc&withoutTenantId=true&key=";

		assertThat(get(owner, Door.PAGES, "/process-definition" + versions + "everyField").body())
			.contains("everyField:1");
		assertThat(get(owner, Door.PAGES, "/decision-definition" + versions + "brokenPromise").body())
			.contains("brokenPromise:1");
		assertThat(get(owner, Door.PAGES, "/task/count").body()).isNotEqualTo("{\"count\":0}");
		assertThat(get(owner, Door.PAGES, "/deployment/count").body()).isNotEqualTo("{\"count\":0}");
		assertThat(get(owner, Door.PAGES, "/task/report/candidate-group-count").statusCode()).isEqualTo(200);
	}

	private static String withoutChange(String task) {
		return task.replaceAll("\"lastUpdated\":[^,]*,|,\"taskState\":[^}]*", "");
	}

	private static void refused(HttpResponse<String> answer, int status, String part) {
		assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isEqualTo(status);
		assertThat(answer.body()).contains(part);
	}

	private HttpResponse<String> get(String group, Door door, String path) {
		return caller(group, door).send("GET", door.path + path);
	}

	private HttpResponse<String> post(String group, Door door, String path, String body) {
		return send(group, door, "POST", path, body);
	}

	private HttpResponse<String> send(String group, Door door, String method, String path, String body) {
		StaffClient caller = caller(group, door);
		return caller.json(method, door.path + path, body, "X-XSRF-TOKEN", caller.cookie("XSRF-TOKEN").orElse("none"));
	}

	private StaffClient caller(String group, Door door) {
		return this.callers.computeIfAbsent(group + door,
				(key) -> (door == Door.TOOLS) ? StaffClient.basic(this.port, user(group), EveryFieldProcess.PASSWORD)
						: StaffClient.session(this.port, user(group), EveryFieldProcess.PASSWORD));
	}

	private static String user(String group) {
		return "door" + group.replace("-", "");
	}

	/** The two addresses of the engine. */
	enum Door {

		TOOLS("/engine-rest"), PAGES("/camunda/api/engine/engine/default");

		private final String path;

		Door(String path) {
			this.path = path;
		}

	}

}
