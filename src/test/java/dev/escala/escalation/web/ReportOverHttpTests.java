package dev.escala.escalation.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.escala.clock.ServiceLevels;
import dev.escala.customer.Customers;
import dev.escala.escalation.Escalations;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decisions;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("An escalation reported over HTTP")
class ReportOverHttpTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private Escalations escalations;

	@Autowired
	private ServiceLevels serviceLevels;

	@Autowired
	private Decisions decisions;

	@Autowired
	private Timeline timeline;

	@Autowired
	private JdbcClient jdbc;

	private CaseApi api;

	@BeforeEach
	void givenPeopleAndCustomers() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("becomes a case that the answer describes and names the address of")
	void isReported() {
		ObjectNode body = CaseApi.body("service", "FACT");
		body.putArray("customerIssues").add("Falta la factura 17").add("  ").add("Falta la factura 17");
		body.putArray("linkedRecords").add("INC0001");

		Answer created = this.api.agent.post(CaseApi.PATH, body.toString());

		assertThat(created.status()).as(created.text()).isEqualTo(201);
		JsonNode details = created.json();
		CaseNumber number = new CaseNumber(details.path("number").asText());
		assertThat(number.value()).matches("ESC-\\d{4}-\\d{6}");
		assertThat(created.header("Location")).isEqualTo(CaseApi.of(number));
		assertThat(details.path("phase").asText()).isEqualTo("CREATE");
		assertThat(details.path("type").asText()).isEqualTo("FUNCTIONAL");
		assertThat(details.path("groupId").asText()).isEqualTo("technology");
		assertThat(details.path("groupName").asText()).isEqualTo("Tecnología");
		assertThat(details.path("reportedBy").asText()).isEqualTo("api-agent");
		assertThat(details.path("customer").path("code").asText()).isEqualTo(CaseApi.CUSTOMER);
		assertThat(details.path("severity").asText()).isIn("LOW", "MODERATE", "HIGH", "CRITICAL");
		assertThat(details.path("reportedAt").asText()).endsWith("Z");
		assertThat(details.path("report").has("customerIssues")).isFalse();
		assertThat(details.path("details")).extracting((detail) -> detail.path("text").asText())
			.containsExactly("Falta la factura 17", "INC0001", "FACT");
		assertThat(details.path("openMatters")).hasSize(2);
		assertThat(this.api.manager.get(CaseApi.of(number)).json()).isEqualTo(details);
		assertThat(this.api.people.tasks(number)).containsExactly("userTask_takeOver");
	}

	@ParameterizedTest
	@CsvSource({ "KNOWLEDGE, TECHNOLOGY, LOW, LOW, false", "AUTHORITY, UNKNOWN, HIGH, HIGH, true",
			"CUSTOMER_REQUEST, FINANCE, MEDIUM, HIGH, false", "SERVICE_LEVEL, LEGAL, HIGH, LOW, false" })
	@DisplayName("gives the same case as the same report by the start form")
	void isLikeTheForm(String reason, String speciality, String impact, String urgency, boolean major) {
		ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
		ObjectNode body = CaseApi.body("reason", reason, "speciality", speciality, "impact", impact, "urgency", urgency,
				"service", "FACT");
		body.put("major", major).putArray("customerIssues").add("Falta la factura 17").add("Falta la 18");
		Map<String, Object> form = Forms.with(Forms.report(CaseApi.CUSTOMER), "reason", reason, "speciality",
				speciality, "impact", impact, "urgency", urgency, "service", "FACT", "major", major, "customerIssues",
				"Falta la factura 17\nFalta la 18\n");

		CaseNumber byForm = this.api.people.report("api-agent", form);
		String byApi = this.api.agent.post(CaseApi.PATH, body.toString()).json().path("number").asText();

		assertThat(this.escalations.get(new CaseNumber(byApi))).usingRecursiveComparison()
			.ignoringFields("number")
			.isEqualTo(this.escalations.get(byForm));
		assertThat(this.serviceLevels.deadlines(new CaseNumber(byApi))).isNotEmpty()
			.usingRecursiveFieldByFieldElementComparatorIgnoringFields("caseNumber", "id", "watchId")
			.isEqualTo(this.serviceLevels.deadlines(byForm));
		assertThat(this.escalations.details(new CaseNumber(byApi)))
			.usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
			.isEqualTo(this.escalations.details(byForm));
		assertThat(this.decisions.recorded(new CaseNumber(byApi))).isNotEmpty()
			.usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
			.isEqualTo(this.decisions.recorded(byForm));
		assertThat(this.timeline.entries(new CaseNumber(byApi))).isEqualTo(this.timeline.entries(byForm));
		assertThat(variables(new CaseNumber(byApi))).isNotEmpty().isEqualTo(variables(byForm));
		assertThat(tasks(new CaseNumber(byApi))).isNotEmpty().isEqualTo(tasks(byForm));
		assertThat(this.api.people.jobs(new CaseNumber(byApi))).isEqualTo(this.api.people.jobs(byForm));
	}

	private List<String> variables(CaseNumber number) {
		return this.engine.getRuntimeService()
			.createVariableInstanceQuery()
			.processInstanceIdIn(this.api.people.instances(number).toArray(String[]::new))
			.list()
			.stream()
			.filter((variable) -> !number.value().equals(variable.getValue())
					&& !variable.getName().equals("deadlineId"))
			.map((variable) -> variable.getName() + " " + variable.getTypeName() + " " + variable.getValue())
			.sorted()
			.toList();
	}

	private List<String> tasks(CaseNumber number) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.list()
			.stream()
			.map((task) -> task.getTaskDefinitionKey() + " " + task.getName() + " " + task.getDueDate() + " "
					+ this.engine.getTaskService()
						.getIdentityLinksForTask(task.getId())
						.stream()
						.map(IdentityLink::getGroupId)
						.sorted()
						.toList())
			.sorted()
			.toList();
	}

	@Test
	@DisplayName("names exactly one known customer, by code or name")
	void namesOneCustomer() {
		assertThat(this.api.agent.post(CaseApi.PATH, CaseApi.body("customer", "clinica ñandu").toString())
			.json()
			.path("customer")
			.path("code")
			.asText()).isEqualTo(CaseApi.CUSTOMER);

		Answer unknown = this.api.agent.post(CaseApi.PATH, CaseApi.body("customer", "Nadie Conocido").toString());
		assertProblem(unknown, 400, "customer");
		assertThat(unknown.text()).contains("«Nadie Conocido»");
		Answer several = this.api.agent.post(CaseApi.PATH, CaseApi.body("customer", CaseApi.SHARED_NAME).toString());
		assertProblem(several, 400, "customer");
		assertThat(several.text()).contains("API-DOS-A", "API-DOS-B");
	}

	@Test
	@DisplayName("keeps line breaks out of what must be one line, because it becomes the subject of mails")
	void keepsOneLine() {
		ObjectNode body = CaseApi.body("subject", " La factura\r\nBcc: x@y.example\u2028 no\t llega ", "description",
				"Primera línea\nSegunda línea");

		JsonNode report = this.api.agent.post(CaseApi.PATH, body.toString()).json().path("report");

		assertThat(report.path("subject").asText()).isEqualTo("La factura Bcc: x@y.example no llega");
		assertThat(report.path("description").asText()).isEqualTo("Primera línea\nSegunda línea");
	}

	@Test
	@DisplayName("is for those who may also use the start form")
	void isForReporters() {
		long before = cases();

		Answer refused = this.api.processOwner.post(CaseApi.PATH, CaseApi.body().toString());

		assertProblem(refused, 403);
		assertThat(cases()).isEqualTo(before);
		assertThat(this.api.lawyer.post(CaseApi.PATH, CaseApi.body().toString()).status()).isEqualTo(201);
	}

	@Test
	@DisplayName("a thousand times with one key is one case, and one answer")
	void isReportedOnce() throws Exception {
		long before = cases();
		String body = CaseApi.body("subject", "Mil veces la misma").toString();
		Set<String> answers = new HashSet<>();
		ExecutorService pool = Executors.newFixedThreadPool(100);
		try {
			List<Future<Answer>> requests = IntStream.range(0, 1000)
				.mapToObj((i) -> pool
					.submit(() -> this.api.agent.post(CaseApi.PATH, body, "Idempotency-Key", "a-thousand-times")))
				.toList();
			for (Future<Answer> request : requests) {
				answers.add(request.get().status() + " " + request.get().header("Location"));
			}
		}
		finally {
			pool.shutdownNow();
		}

		assertThat(answers).singleElement().asString().startsWith("201 " + CaseApi.PATH);
		assertThat(cases()).isEqualTo(before + 1);
		assertProblem(this.api.agent.post(CaseApi.PATH, CaseApi.body("subject", "Otra").toString(), "Idempotency-Key",
				"a-thousand-times"), 409);
		assertThat(this.api.lawyer.post(CaseApi.PATH, body, "Idempotency-Key", "a-thousand-times").status())
			.as("the key of somebody else")
			.isEqualTo(201);
		assertThat(cases()).isEqualTo(before + 2);
	}

	@Test
	@DisplayName("with 300 random mutations is taken or refused, and never our error")
	void survivesMutations() {
		Random random = new Random(20_260_102);
		String valid = CaseApi.body("service", "FACT").toString();
		String[] pieces = { "\"", "{", "}", "[", "]", ",", ":", "null", "-1", "1e999", "\\u0000", "\\ud83d", "\u0007",
				"ñ", "\uD83D\uDE00", "true", "\\", "%", "\n", "\"subject\":", "9999999999999999999999", "\\n", "${1+1}",
				"#{x}", "'; --" };
		for (int round = 0; round < 300; round++) {
			StringBuilder body = new StringBuilder(valid);
			for (int change = 0; change <= random.nextInt(4); change++) {
				int at = random.nextInt(body.length());
				switch (random.nextInt(3)) {
					case 0 -> body.insert(at, pieces[random.nextInt(pieces.length)]);
					case 1 -> body.delete(at, Math.min(body.length(), at + 1 + random.nextInt(12)));
					default -> body.replace(at, Math.min(body.length(), at + 1 + random.nextInt(6)),
							pieces[random.nextInt(pieces.length)]);
				}
			}

			Answer answer = this.api.agent.post(CaseApi.PATH, body.toString());

			assertThat(answer.status()).as("%s%n%s", body, answer.text()).isIn(201, 400);
		}
	}

	private long cases() {
		return this.jdbc.sql("SELECT count(*) FROM escalation").query(Long.class).single();
	}

}
