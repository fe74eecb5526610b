package dev.escala.escalation.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.clock.ServiceClock;
import dev.escala.customer.Customers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
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
@DisplayName("What would happen when")
class PreviewOverHttpTests {

	private static final String PATH = "/api/service-levels/preview";

	/** Friday 16:50 in Madrid. */
	private static final Instant FRIDAY = Instant.parse("2026-11-20T15:50:00Z");

	private static final ObjectMapper JSON = new ObjectMapper();

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
	void givenFridayAfternoon() {
		CaseDriver.travelTo(FRIDAY);
		this.api = new CaseApi(this.port, this.engine, this.customers);
	}

	@AfterEach
	void itIsToday() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("is what a really reported case then gets, up to the third level, and nothing is written")
	void isWhatReallyHappens() {
		List<Long> before = rows();

		Answer preview = preview("reportedAt", "2026-11-20T16:50", "impact", "MEDIUM", "urgency", "HIGH", "customer",
				CaseApi.CUSTOMER);

		assertThat(preview.status()).as(preview.text()).isEqualTo(200);
		assertThat(rows()).isEqualTo(before);
		Map<String, JsonNode> expected = byClock(preview.json());
		CaseNumber number = this.api.report();
		assertThat(preview.json().path("severity").asText())
			.isEqualTo(this.api.agent.get(CaseApi.of(number)).json().path("severity").asText());
		this.api.people.runWhenDue(number, "event_firstHourEnding");
		this.api.people.run(number, "serviceTask_announceWithinHour");
		this.api.people.miss(number, ServiceClock.ACKNOWLEDGEMENT);
		this.api.people.miss(number, ServiceClock.ANSWER);
		this.api.people.miss(number, ServiceClock.LEVEL_2);
		Map<String, JsonNode> real = byClock(this.api.agent.get(CaseApi.of(number) + "/clocks").json());
		assertThat(expected.keySet()).isEqualTo(real.keySet()).contains("LEVEL_2", "LEVEL_3");
		expected.forEach((clock, node) -> {
			assertThat(node.path("dueAt").asText()).as(clock).isEqualTo(real.get(clock).path("dueAt").asText());
			assertThat(node.path("warnAt").asText()).as(clock).isEqualTo(real.get(clock).path("warnAt").asText());
			assertThat(node.path("serviceLevel")).as(clock).isEqualTo(real.get(clock).path("serviceLevel"));
		});
	}

	@Test
	@DisplayName("reads as a story, as text too")
	void readsAsAStory() throws Exception {
		String body = body("reportedAt", "2026-11-20T16:50", "severity", "MODERATE", "tier", "STANDARD");

		Answer text = this.api.agent.post(PATH, body, "Accept", "text/plain");

		assertThat(text.status()).as(text.text()).isEqualTo(200);
		assertThat(text.header("Content-Type")).startsWith("text/plain");
		assertThat(text.text()).containsSubsequence("viernes 20 de noviembre, 16:50: se reporta el caso",
				"viernes 20 de noviembre, 17:35: si nadie se hizo cargo, se avisa ya a las partes internas",
				"lunes 23 de noviembre, 11:50: vence «Acuse»; si nadie se hizo cargo, sube al nivel 2",
				"Por qué: Alguien se hace cargo de un caso de gravedad moderada en 4 horas laborables",
				"lunes 23 de noviembre, 13:50: vence «Respuesta»; si el cliente no tiene respuesta, se avisa a los "
						+ "responsables; no sube otro nivel mientras corra «Atención del nivel 2»",
				"martes 24 de noviembre, 10:50: vence «Atención del nivel 2»; si ese nivel no lo atendió, sube al nivel 3",
				"vence «Resolución»; si no está resuelto, se avisa a los responsables: el caso ya está en el nivel más "
						+ "alto");
		JsonNode timeline = this.api.agent.post(PATH, body).json().path("timeline");
		assertThat(timeline.findValuesAsText("at")).isSorted();
		assertThat(timeline.findValuesAsText("text")).allMatch((line) -> text.text().contains(line));
		assertProblem(this.api.agent.post(PATH, "{}", "Accept", "text/plain"), 400, "reportedAt");
	}

	@Test
	@DisplayName("counts with pauses, which move only the clocks that may pause")
	void countsPauses() throws Exception {
		String plain = body("reportedAt", "2026-11-20T15:50:00Z", "severity", "HIGH", "tier", "GOLD");
		String pause = plain.replace("}", ",\"pauses\":[{\"from\":\"2026-11-23T10:00\",\"to\":\"2026-11-23T12:00\"}]}");

		Map<String, JsonNode> without = byClock(this.api.agent.post(PATH, plain).json());
		Answer answer = this.api.agent.post(PATH, pause);

		Map<String, JsonNode> with = byClock(answer.json());
		assertThat(due(with, "RESOLUTION")).isEqualTo(due(without, "RESOLUTION").plusSeconds(7200));
		assertThat(due(with, "ANSWER")).isEqualTo(due(without, "ANSWER"));
		assertThat(answer.json().path("timeline").findValuesAsText("kind")).contains("PAUSE", "RESUMPTION");
	}

	@ParameterizedTest
	@CsvSource({ "reportedAt, ", "reportedAt, ayer", "reportedAt, 2036-11-20T16:50", "reportedAt, 2016-11-20T16:50",
			"reportedAt, +999999999-01-01T00:00:00Z", "severity, HIGHEST", "severity, ", "tier, ", "tier, PLATINUM",
			"customer, NADIE", "calendar, marte", "group, marcianos" })
	@DisplayName("is refused with the field that is wrong")
	void refuses(String field, String value) {
		Map<String, String> body = new HashMap<>(
				Map.of("reportedAt", "2026-11-20T16:50", "severity", "HIGH", "tier", "GOLD"));
		body.put(field, value);

		assertProblem(this.api.agent.post(PATH, JSON.valueToTree(body).toString()), 400, field);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-23T12:00, 2026-11-23T10:00, to", "2026-11-23T12:00, 2026-11-23T12:00, to",
			"2026-11-19T12:00, 2026-11-23T10:00, from", "2026-11-23T12:00, , to",
			"2026-11-24T12:00, 2026-11-26T10:00, from" })
	@DisplayName("is refused with the pause that is wrong")
	void refusesPauses(String from, String to, String field) {
		String good = "{\"from\": \"2026-11-25T10:00\", \"to\": \"2026-11-25T12:00\"}";
		String wrong = "{\"from\": \"" + from + "\"" + ((to == null) ? "" : ", \"to\": \"" + to + "\"") + "}";
		String body = "{\"reportedAt\": \"2026-11-20T16:50\", \"severity\": \"HIGH\", \"tier\": \"GOLD\", \"pauses\": ["
				+ good + ", " + wrong + "]}";

		assertProblem(this.api.agent.post(PATH, body), 400, "pauses[1]." + field);
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, duration: Un plazo dura entre un minuto", "P3650D, duration: Un plazo dura entre un minuto",
			"PT1M1, duration: La duración se escribe como en PT4H o PT30M (ISO 8601)" })
	@DisplayName("is refused while the table gives a duration that cannot be")
	void refusesImpossibleDurations(String duration, String why) throws Exception {
		withTable("\"PT1H\"", "\"" + duration + "\"", why);
	}

	@Test
	@DisplayName("is refused while the table counts days as working hours")
	void refusesDaysAsHours() throws Exception {
		withTable(
				"\"P3D\"</text>\n        </outputEntry>\n        <outputEntry id=\"outputEntry_"
						+ "serviceLevels_involvePartiesWhenModerate_counting\">\n          <text>\"WORKING_DAYS\"",
				"\"P3D\"</text>\n        </outputEntry>\n        <outputEntry id=\"outputEntry_"
						+ "serviceLevels_involvePartiesWhenModerate_counting\">\n          <text>\"WORKING\"",
				"duration: Un día laborable no son 24 horas laborables");
	}

	@Test
	@DisplayName("is refused with the column that is wrong")
	void refusesImpossibleWarnings() throws Exception {
		String rule = "outputEntry_serviceLevels_firstNotice_warnAfter\">\n          <text>";
		withTable(rule + "75", rule + "100", "warnAfter: El aviso previo es un porcentaje");
	}

	private void withTable(String from, String to, String why) throws Exception {
		String table = Files.readString(Path.of("dmn/service-levels.dmn"));
		assertThat(table).contains(from);
		Deployment deployment = this.engine.getRepositoryService()
			.createDeployment()
			.addString("service-levels.dmn", table.replace(from, to))
			.deploy();
		try {
			Answer answer = preview("reportedAt", "2026-11-20T16:50", "severity", "MODERATE", "tier", "GOLD");

			assertProblem(answer, 409);
			assertThat(answer.text()).contains("La tabla de niveles de servicio da un plazo imposible", why);
		}
		finally {
			this.engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
		}
	}

	private List<Long> rows() {
		return List
			.of("decision_record", "agreed_level", "deadline", "clock_pause", "escalation", "timeline_entry",
					"act_hi_decinst", "act_hi_dec_out", "act_ru_job")
			.stream()
			.map((table) -> this.jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single())
			.toList();
	}

	private Answer preview(String... keysAndValues) {
		return this.api.agent.post(PATH, body(keysAndValues));
	}

	private static String body(String... keysAndValues) {
		Map<String, String> body = new HashMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2) {
			body.put(keysAndValues[i], keysAndValues[i + 1]);
		}
		return JSON.valueToTree(body).toString();
	}

	private static Instant due(Map<String, JsonNode> clocks, String clock) {
		return Instant.parse(clocks.get(clock).path("dueAt").asText());
	}

	/** The first run of each clock that starts without anybody's doing. */
	private static Map<String, JsonNode> byClock(JsonNode answer) {
		Map<String, JsonNode> clocks = new HashMap<>();
		answer.path("clocks").forEach((clock) -> clocks.put(clock.path("clock").asText(), clock));
		return clocks;
	}

}
