package dev.escala.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.access.Role;
import dev.escala.corrective.ActionState;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Improvements: what is looked at before anybody complains")
class ImprovementTests {

	private static final String DO = "userTask_doAction";

	private static final String DECIDE = "userTask_decideAction";

	private static final String LOOK = "userTask_checkEffect";

	/** Ten in the morning in Madrid. */
	private static final Instant WEDNESDAY = Instant.parse("2026-12-02T09:00:00Z");

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Improvements improvements;

	@Autowired
	private Timeline timeline;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private CaseDriver people;

	private ApiClient api;

	private PageForms browser;

	@BeforeEach
	void givenWhoMayPropose() {
		CaseDriver.travelTo(WEDNESDAY);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.people.person("mejoradora", Role.AGENTS);
		this.api = ApiClient.of(this.port, this.engine.getIdentityService(), "improve-api", "supervisors");
		this.browser = new PageForms(StaffClient.basic(this.port, "mejoradora", CaseDriver.PASSWORD));
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("A check of quality has a random sample, a person, a day and a result, and comes again once it served (004-40)")
	void comesAgain() {
		String ended = complaint();
		this.api.post("/api/complaints/" + ended + "/withdrawal", "{\"reason\":\"Era un error.\"}");
		Document page = this.browser.open("/mejoras");
		String what = "Leer cinco reclamaciones " + UUID.randomUUID();
		Document shown = this.browser.send(page, "#nueva form", "kind", "QUALITY_CHECK", "what", what, "owner",
				"tecnologia", "dueOn", "10/12/2026", "repeatMonths", "3");
		CaseNumber number = new CaseNumber(shown.select("h1 span").first().text());
		assertThat(this.browser
			.send(page, "#nueva form", "kind", "QUALITY_CHECK", "what", what, "owner", "tecnologia", "dueOn",
					"10/12/2026", "repeatMonths", "3")
			.select("h1 span")
			.first()
			.text()).as("clicked twice").isEqualTo(number.value());

		Improvement begun = this.improvements.get(number);
		assertThat(begun.sample()).isNotEmpty().hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
		assertThat(begun.sample()).allSatisfy((one) -> assertThat(this.jdbc
			.sql("SELECT ended_at >= ?::timestamptz - interval '30 days' FROM case_line WHERE number = ? AND NOT open")
			.params(WEDNESDAY.toString(), one.value())
			.query(Boolean.class)
			.single()).isTrue());
		assertThat(shown.text()).contains("Muestra al azar", begun.sample().get(0).value(), "Cada 3 meses, si sirve",
				"Lea la muestra de principio a fin");
		assertThat(this.people.task(number, DO).getAssignee()).isEqualTo("tecnologia");
		String card = StaffClient.basic(this.port, "tecnologia", CaseDriver.PASSWORD)
			.send("GET", "/api/tasks/" + this.people.task(number, DO).getId() + "/card")
			.body();
		assertThat(card).contains("Control de calidad al azar",
				"En " + number + " se acordó esta acción para el 10/12/2026.");

		this.people.complete(number, "tecnologia", DO,
				Map.of("actionOutcome", "done", "actionNote", "Dos cartas no decían la fecha."));
		this.people.runWhenDue(number, "event_effectVisible");
		this.people.complete(number, "problemas", LOOK,
				Map.of("actionEffect", "works", "effectNote", "Las de este mes la dicen."));

		assertThat(this.improvements.get(number).isOpen()).isFalse();
		assertThat(this.people.left(number)).isEmpty();
		Improvement next = this.improvements.after(number).orElseThrow();
		assertThat(next.action())
			.isEqualTo(new Improvement.Action(ActionState.OPEN, new UserId("tecnologia"), LocalDate.of(2027, 3, 10)));
		assertThat(this.people.tasks(next.number())).containsExactly(DO);
		assertThat(this.browser.open("/mejoras/" + number).text()).contains("Se repite en " + next.number(),
				"comprobada: funciona");
		assertThat(this.browser.open("/mejoras").select("#terminadas").text()).contains(what, "Comprobada: funciona");
		assertThat(this.browser.open("/casos?tipo=mejoras&texto=" + next.number()).text()).contains(what, "Por hacer");
	}

	@Test
	@DisplayName("What is found in a matter is acted on before it grows; each shows the other, and what cannot be done ends it (004-48)")
	void foundInAMatter() {
		String source = complaint();
		String body = "{\"kind\":\"PROACTIVE\",\"what\":\"Avisar a los demás de la calle\",\"owner\":\"agente\","
				+ "\"dueOn\":\"2026-12-09\",\"repeatMonths\":\"1\"}";
		String path = "/api/matters/" + source + "/improvements";
		String key = "improve-" + UUID.randomUUID();
		Answer first = this.api.post(path, body, "Idempotency-Key", key);
		assertThat(first.status()).as(first.text()).isEqualTo(201);
		JsonNode told = first.json();
		assertThat(told.path("source").asText()).isEqualTo(source);
		assertThat(told.path("state").asText()).isEqualTo("OPEN");
		CaseNumber number = new CaseNumber(told.path("number").asText());
		assertThat(this.api.post(path, body, "Idempotency-Key", key).json().path("number").asText())
			.isEqualTo(number.value());
		PageForms supervisor = new PageForms(StaffClient.basic(this.port, "supervisor", CaseDriver.PASSWORD));
		assertThat(supervisor.open("/reclamaciones/" + source).text()).contains("Mejoras",
				number + ": Avisar a los demás de la calle (hasta el 09/12/2026, por hacer)");
		assertThat(this.timeline.entries(new CaseNumber(source))).extracting(TimelineEntry::text)
			.contains("Propuso la mejora " + number + ": «Avisar a los demás de la calle».");

		this.people.complete(number, "agente", DO, Map.of("actionOutcome", "cannot", "actionNote", "Ya se mudaron."));
		this.people.complete(number, "problemas", DECIDE,
				Map.of("actionDecision", "dropped", "actionReason", "No queda nadie a quien avisar."));
		assertThat(this.improvements.get(number).isOpen()).isFalse();
		assertThat(this.improvements.after(number)).as("what did not serve does not come again").isEmpty();
	}

	@Test
	@DisplayName("What is wrong is told beside its field and nothing is lost; whoever has no part in it sees nothing (004-39, 004-41, 004-42)")
	void refused() {
		Document wrong = this.browser.send(this.browser.open("/mejoras"), "#nueva form", "kind", "PUBLIC_PROMISE",
				"what", "Comprobar «en 24 horas» del folleto", "owner", "nadie", "dueOn", "01/12/2026", "repeatMonths",
				"99");
		assertThat(this.browser.status()).isEqualTo(400);
		assertThat(wrong.select("#owner-wrong").text()).contains("no está en el directorio");
		assertThat(wrong.select("#dueOn-wrong").text()).isEqualTo("La fecha 01/12/2026 ya ha pasado.");
		assertThat(wrong.select("#repeatMonths-wrong").text()).contains("de 1 a 24");
		assertThat(wrong.select("#what").text()).isEqualTo("Comprobar «en 24 horas» del folleto");
		assertThat(wrong.select("#kind option[selected]").attr("value")).isEqualTo("PUBLIC_PROMISE");
		assertProblem(this.api.post("/api/improvements", "{\"kind\":\"NOTHING\"}"), 400, "kind");
		assertProblem(this.api.post("/api/matters/QUE-1999-000001/improvements", "{}"), 404);

		String number = this.api
			.post("/api/improvements",
					"{\"kind\":\"MYSTERY_CALL\",\"what\":\"Llamar el lunes\"," + "\"dueOn\":\"14/12/2026\"}")
			.json()
			.path("number")
			.asText();
		assertThat(this.improvements.get(new CaseNumber(number)).action().owner()).isEqualTo(new UserId("improve-api"));
		ApiClient other = ApiClient.of(this.port, this.engine.getIdentityService(), "improve-other", "finance");
		assertProblem(other.get("/api/improvements/" + number), 404);
		assertThat(other.get("/api/improvements").text()).doesNotContain(number);
		assertThat(this.api.get("/api/improvements").text()).contains(number);
	}

	private String complaint() {
		Answer heard = this.api.post("/api/heard", "{\"kind\":\"COMPLAINT\",\"text\":\"Me cobraron dos veces.\","
				+ "\"customer\":\"Mejora " + UUID.randomUUID() + "\",\"email\":\"quien@mejora.example\"}");
		assertThat(heard.status()).as(heard.text()).isEqualTo(201);
		return heard.json().path("complaint").asText();
	}

}
