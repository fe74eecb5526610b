package dev.escala.escalation.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.customer.Customers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Escalations are followed over HTTP (001-34)")
class FollowOverHttpTests {

	private static final List<String> SEVERITIES = List.of("LOW", "MODERATE", "HIGH", "CRITICAL");

	private static final List<String> PHASES = List.of("CREATE", "COMMUNICATE", "RESOLVE", "CLOSE", "ENDED");

	/** In every subject of the cases that a test makes: others do not disturb it. */
	private static final String MARK = "Paginado";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private JdbcClient jdbc;

	private CaseApi api;

	@BeforeEach
	void givenPeopleAndCustomers() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
	}

	@Test
	@DisplayName("One case tells phase, owner, deadlines, decisions with reasons, plan, timeline and messages")
	void tellsEverything() {
		CaseNumber number = this.api.report();
		this.api.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.api.people.run(number, "serviceTask_announceEscalation");
		this.api.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());

		JsonNode details = this.api.manager.get(CaseApi.of(number)).json();

		assertThat(details.path("phase").asText()).isEqualTo("COMMUNICATE");
		assertThat(details.path("outcome").isNull()).isTrue();
		assertThat(details.path("ownerId").asText()).isEqualTo("tecnologia");
		assertThat(details.path("acknowledgedAt").asText()).endsWith("Z");
		assertThat(details.path("customer").path("tier").asText()).isEqualTo("GOLD");
		assertThat(details.path("deadlines")).isNotEmpty().allSatisfy((deadline) -> {
			assertThat(deadline.path("clock").asText()).isNotBlank();
			assertThat(deadline.path("dueAt").asText()).endsWith("Z");
			assertThat(deadline.path("reason").asText()).isNotBlank();
		});
		assertThat(details.path("decisions")).extracting((decision) -> decision.path("decision").asText())
			.contains("escalationSeverity", "functionalRouting");
		assertThat(details.path("decisions")).allSatisfy((decision) -> {
			assertThat(decision.path("inputs")).isNotEmpty();
			assertThat(decision.path("matches")).isNotEmpty();
		});
		assertThat(details.path("plan").path("steps")).hasSize(2);
		assertThat(details.path("timeline")).isNotEmpty()
			.allSatisfy((entry) -> assertThat(entry.path("text").asText()).isNotBlank());
		assertThat(details.path("messages")).isNotEmpty()
			.allSatisfy((message) -> assertThat(message.path("subject").asText()).contains(number.value()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ESC-2026-999999", "x", "%27%20OR%201=1", "%F0%9F%98%80" })
	void doesNotKnowOtherNumbers(CaseNumber number) {
		assertProblem(this.api.agent.get(CaseApi.of(number)), 404);
		assertProblem(this.api.agent.get(CaseApi.of(number) + "/rca"), 404);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "phase=OPEN, phase", "phase=create, phase", "severity=URGENT, severity", "type=x, type",
			"origin=x, origin", "outcome=x, outcome", "open=yes, open", "page=-1, page", "page=x, page",
			"page=1000001, page", "size=0, size", "size=201, size", "size=1.5, size", "sort=subject, sort",
			"sort=number;drop, sort", "sort=--number, sort", "sort=-, sort", "colour=red, colour",
			"Phase=CREATE, Phase", "search=a%00b, search", "search=%ED%A0%80, search", "search=%FF, search",
			"owner=a%1Bb, owner", "group=%00, group" })
	void refusesFilters(String query, String field) {
		assertProblem(this.api.agent.get(CaseApi.PATH + "?" + query), 400, field);
		assertProblem(this.api.agent.get(CaseApi.PATH + "?search=" + "x".repeat(201) + "&customer=" + "x".repeat(201)),
				400, "search");
	}

	@Test
	@DisplayName("Every filter finds what has the value and nothing else")
	void filters() {
		CaseNumber high = new CaseNumber(
				this.api.report("impact", "HIGH", "urgency", "HIGH", "origin", "AGENT").value());
		this.api.people.complete(high, "tecnologia", "userTask_takeOver", Forms.takeOver());
		CaseNumber low = new CaseNumber(this.api
			.report("impact", "LOW", "urgency", "LOW", "speciality", "LEGAL", "customer", "API-DOS-A", "reason",
					"AUTHORITY")
			.value());
		CaseNumber ended = this.api.report();
		assertThat(this.api.agent.post(CaseApi.of(ended) + "/withdrawal", "{\"reason\": \"Ya no\"}").status())
			.isEqualTo(200);

		finds("open=true", (item) -> !item.path("phase").asText().equals("ENDED"), high, low);
		finds("open=false", (item) -> item.path("phase").asText().equals("ENDED"), ended);
		finds("outcome=WITHDRAWN", (item) -> item.path("outcome").asText().equals("WITHDRAWN"), ended);
		finds("phase=CREATE", (item) -> item.path("phase").asText().equals("CREATE"), low);
		finds("phase=ENDED", (item) -> item.path("phase").asText().equals("ENDED"), ended);
		finds("owner=tecnologia", (item) -> item.path("ownerId").asText().equals("tecnologia"), high);
		finds("origin=AGENT", (item) -> item.path("origin").asText().equals("AGENT"), high);
		finds("customer=api-dos-a", (item) -> item.path("customerCode").asText().equals("API-DOS-A"), low);
		for (CaseNumber number : List.of(high, low, ended)) {
			JsonNode details = this.api.agent.get(CaseApi.of(number)).json();
			finds("severity=" + details.path("severity").asText(),
					(item) -> item.path("severity").equals(details.path("severity")), number);
			finds("type=" + details.path("type").asText(), (item) -> item.path("type").equals(details.path("type")),
					number);
			finds("group=" + details.path("groupId").asText(),
					(item) -> item.path("groupId").equals(details.path("groupId")), number);
			finds("search=" + number, (item) -> item.path("number").asText().equals(number.value()), number);
		}
		finds("phase=CREATE&customer=API-DOS-A&open=true&severity=&search=",
				(item) -> item.path("customerCode").asText().equals("API-DOS-A"), low);
		assertThat(this.api.agent.get(CaseApi.PATH + "?customer=NOBODY").json().path("total").asInt()).isZero();
		assertThat(this.api.agent.get(CaseApi.PATH + "?phase=CLOSE&open=false").json().path("items")).isEmpty();
	}

	private void finds(String query, Function<JsonNode, Boolean> fits, CaseNumber... numbers) {
		Answer answer = this.api.processOwner.get(CaseApi.PATH + "?size=200&sort=-number&" + query);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().path("items")).as(query).allMatch(fits::apply);
		assertThat(numbers(answer)).as(query).contains(numbers);
	}

	@Test
	@DisplayName("The search takes % and _ as they are, and no notice of case and accents")
	void searches() {
		CaseNumber percent = new CaseNumber(
				this.api.report("subject", "Búsqueda: 100% de la línea_7 CAÍDA en Logroño").value());
		CaseNumber plain = new CaseNumber(
				this.api.report("subject", "Busqueda: 1000 de la lineaX7 caida en Logrono \\ 'comilla'").value());

		assertThat(search("BUSQUEDA:")).contains(percent, plain);
		assertThat(search("caída en LOGROÑO")).contains(percent, plain);
		assertThat(search("cai\u0301da en logron\u0303o")).contains(percent, plain);
		assertThat(search("100% de")).containsExactly(percent);
		assertThat(search("linea_7")).containsExactly(percent);
		assertThat(search("logrono \\")).containsExactly(plain);
		assertThat(search("'comilla'")).containsExactly(plain);
		assertThat(search("búsqueda  nada")).isEmpty();
		assertThat(search("CLINICA ÑANDU")).contains(percent, plain);
		assertThat(search("api-norte")).contains(percent, plain);
	}

	private List<CaseNumber> search(String text) {
		return numbers(this.api.agent.get(CaseApi.PATH + "?size=200&sort=-number&search="
				+ java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)));
	}

	@Test
	@DisplayName("120 cases come page by page, each once, sorted by every field in both directions")
	void pages() {
		givenManyCases();
		Map<String, Comparator<JsonNode>> orders = Map.of("number", by("number"), "reportedAt", by("reportedAt"),
				"severity", Comparator.comparing((item) -> SEVERITIES.indexOf(item.path("severity").asText())), "phase",
				Comparator.comparing((item) -> PHASES.indexOf(item.path("phase").asText())), "owner", by("ownerId"),
				"group", by("groupId"));
		orders.forEach((sort, order) -> {
			assertSorted(all(sort), order, sort);
			assertSorted(all("-" + sort), order.reversed(), "-" + sort);
		});

		Answer first = this.api.agent.get(CaseApi.PATH + "?search=" + MARK);
		assertThat(first.json().path("total").asInt()).isEqualTo(120);
		assertThat(first.json().path("size").asInt()).isEqualTo(50);
		assertThat(first.json().path("items")).hasSize(50);
		assertSorted(items(first), by("reportedAt").reversed(), "default");
		assertThat(this.api.agent.get(CaseApi.PATH + "?page=1000000&search=" + MARK).json().path("items")).isEmpty();
	}

	/** Copies of one case with other values: only the list reads them. */
	private void givenManyCases() {
		CaseNumber number = this.api.report("subject", MARK);
		this.jdbc.sql("""
				INSERT INTO matter (number, kind, open)
				SELECT 'ESC-1999-' || lpad(i::text, 6, '0'), 'escalation', i % 5 <> 4 FROM generate_series(1, 119) i
				""").update();
		this.jdbc.sql("""
				INSERT INTO escalation (number, phase, outcome, customer_text, customer_id, origin, reason, criterion,
				  speciality, subject, description, impact, urgency, major, severity, type, group_id, owner_id,
				  reported_by, reported_at, ended_at)
				SELECT 'ESC-1999-' || lpad(i::text, 6, '0'),
				  (ARRAY['CREATE','COMMUNICATE','RESOLVE','CLOSE','ENDED'])[1 + i % 5],
				  CASE WHEN i % 5 = 4 THEN 'CLOSED' END, customer_text, customer_id, origin, reason, criterion,
				  speciality, subject || ' ' || i, description, impact, urgency, major,
				  (ARRAY['LOW','MODERATE','HIGH','CRITICAL'])[1 + i % 4], type,
				  (ARRAY['finance','technology','legal'])[1 + i % 3], (ARRAY['ana','luis', NULL])[1 + (i / 3) % 3],
				  reported_by, reported_at - (i / 10) * interval '1 day', CASE WHEN i % 5 = 4 THEN reported_at END
				FROM escalation, generate_series(1, 119) i WHERE number = ?
				""").param(number.value()).update();
	}

	private List<JsonNode> all(String sort) {
		List<JsonNode> items = new ArrayList<>();
		for (int page = 0; page < 7; page++) {
			Answer answer = this.api.agent
				.get(CaseApi.PATH + "?size=18&page=" + page + "&sort=" + sort + "&search=" + MARK);
			assertThat(answer.json().path("total").asInt()).isEqualTo(120);
			items.addAll(items(answer));
		}
		Set<CaseNumber> numbers = items.stream()
			.map((item) -> new CaseNumber(item.path("number").asText()))
			.collect(Collectors.toSet());
		assertThat(items).as(sort).hasSize(120);
		assertThat(numbers).as(sort).hasSize(120);
		return items;
	}

	/** Cases without the value come last, whichever the direction. */
	private static void assertSorted(List<JsonNode> items, Comparator<JsonNode> order, String sort) {
		String field = sort.endsWith("owner") ? "ownerId" : "number";
		List<JsonNode> valued = items.stream().filter((item) -> !item.path(field).isNull()).toList();
		assertThat(valued).as(sort).isSortedAccordingTo(order);
		assertThat(items.subList(0, valued.size())).as(sort).isEqualTo(valued);
	}

	private static Comparator<JsonNode> by(String field) {
		return Comparator.comparing((item) -> item.path(field).asText());
	}

	private static List<JsonNode> items(Answer answer) {
		List<JsonNode> items = new ArrayList<>();
		answer.json().path("items").forEach(items::add);
		return items;
	}

	private static List<CaseNumber> numbers(Answer answer) {
		return items(answer).stream().map((item) -> new CaseNumber(item.path("number").asText())).toList();
	}

}
