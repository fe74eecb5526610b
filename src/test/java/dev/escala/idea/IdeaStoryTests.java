package dev.escala.idea;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import dev.escala.access.Role;
import dev.escala.corrective.ActionState;
import dev.escala.improvement.Improvement;
import dev.escala.improvement.ImprovementKind;
import dev.escala.improvement.Improvements;
import dev.escala.measure.Counted;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.ModelCoverage;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The stories of ideas; together they pass every node and every flow of their process")
class IdeaStoryTests {

	private static final String DAY = "event_decisionDay";

	private static final String DECIDE = "userTask_decideIdea";

	/** Ten in the morning in Madrid. */
	private static final Instant WEDNESDAY = Instant.parse("2026-12-02T09:00:00Z");

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Ideas ideas;

	@Autowired
	private IdeaFigures figures;

	@Autowired
	private Improvements improvements;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private CaseDriver people;

	private ApiClient api;

	private PageForms owner;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("ideas");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "idea")).as("nodes and flows that no story passed").isEmpty();
	}

	@BeforeEach
	void givenWhoHasIdeas() {
		CaseDriver.travelTo(WEDNESDAY);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.people.person("ideadora", Role.AGENTS);
		this.api = ApiClient.of(this.port, this.engine.getIdentityService(), "idea-api", "supervisors");
		this.owner = new PageForms(StaffClient.basic(this.port, "tecnologia", CaseDriver.PASSWORD));
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("An idea is measured before and after, decided on its day, and what works becomes a change with an owner (004-36)")
	void works() {
		PageForms writer = new PageForms(StaffClient.basic(this.port, "ideadora", CaseDriver.PASSWORD));
		Document blank = writer.open("/ideas/nueva");
		String what = "Cargar el camión por la tarde " + UUID.randomUUID();
		String[] typed = { "what", what, "hypothesis", "Sale a las siete y no a las nueve.", "figure",
				"Entregas en 24 horas", "unit", "PERCENT", "better", "MORE", "owner", "tecnologia", "decideOn",
				"01/02/2027" };
		CaseNumber number = new CaseNumber(writer.send(blank, "#nueva form", typed).select("h1 span").first().text());
		assertThat(writer.send(blank, "#nueva form", typed).select("h1 span").first().text()).as("clicked twice")
			.isEqualTo(number.value());
		assertThat(writer.open("/ideas/" + number).select("#cifras form")).as("somebody else answers for it").isEmpty();
		enter(number, "2026-09", "70");
		enter(number, "2026-10", "71");
		Document entered = enter(number, "2026-11", "72,5");
		assertThat(entered.select("#cifras").text()).contains("noviembre de 2026: 72,5 % (1 mes)");
		assertThat(this.people.due(number, DAY)).isEqualTo(Instant.parse("2027-01-31T23:00:00Z"));

		this.people.runWhenDue(number, DAY);
		assertThat(this.people.task(number, DECIDE).getAssignee()).isEqualTo("tecnologia");
		assertThat(this.figures.of(this.ideas.get(number)).told())
			.isEqualTo("Entregas en 24 horas. Antes, septiembre de 2026 a noviembre de 2026: 71,2\u00a0% (3 meses). "
					+ "Después, enero de 2027: sin datos. Resultado: no se puede comparar.");
		Map<String, Object> answer = Map.of("ideaOutcome", "works", "ideaSaid", "Llegan antes.", "newAction",
				"Cargar siempre por la tarde", "actionOwner", "agente", "actionDueOn", "15/02/2027");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", DECIDE, answer))
			.hasMessageContaining("No hay cifras con que comparar");
		assertThat(this.api.post("/api/ideas/" + number + "/figures", "{\"month\":\"2027-01\",\"figure\":\"85\"}")
			.json()
			.at("/after/value")
			.decimalValue()).isEqualByComparingTo("85");
		this.people.complete(number, "tecnologia", DECIDE, answer);

		Idea decided = this.ideas.get(number);
		assertThat(decided.state()).isEqualTo(IdeaState.WORKS);
		assertThat(decided.before()).isEqualTo(new Counted(new BigDecimal("213.50"), 3));
		assertThat(decided.decision().after()).isEqualTo(new Counted(new BigDecimal("85.00"), 1));
		Improvement change = this.improvements.get(decided.decision().change());
		assertThat(change.kind()).isEqualTo(ImprovementKind.PROVEN_IDEA);
		assertThat(change.source()).isEqualTo(number);
		assertThat(change.why()).contains("mejor, 13,8 puntos más");
		assertThat(change.action())
			.isEqualTo(new Improvement.Action(ActionState.OPEN, new UserId("agente"), LocalDate.of(2027, 2, 15)));
		assertThat(this.people.tasks(change.number())).containsExactly("userTask_doAction");
		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.owner.open("/ideas/" + number).text()).contains("Se quedó en " + change.number(),
				"Funciona. Llegan antes.");
		assertThat(this.owner.open("/ideas?estado=WORKS&texto=" + number).select("table").text()).contains(what, "71,2",
				"85", "mejor, 13,8 puntos más");
		assertProblem(this.api.post("/api/ideas/" + number + "/figures", "{\"month\":\"2027-01\",\"figure\":\"9\"}"),
				409);
	}

	@Test
	@DisplayName("What is not known yet is decided on another day, twice at most; whoever forgets it is reminded (004-36)")
	void fails() {
		String body = "{\"what\":\"Contestar primero lo corto\",\"hypothesis\":\"Más en un día.\","
				+ "\"measure\":\"COMPLAINTS_WITHIN\",\"hours\":\"24\",\"owner\":\"agente\",\"beganOn\":\"01/12/2026\","
				+ "\"decideOn\":\"01/01/2027\",\"monthsBefore\":\"1\"}";
		String key = "idea-" + UUID.randomUUID();
		Answer first = this.api.post("/api/ideas", body, "Idempotency-Key", key);
		assertThat(first.status()).as(first.text()).isEqualTo(201);
		CaseNumber number = new CaseNumber(first.json().path("number").asText());
		assertThat(this.api.post("/api/ideas", body, "Idempotency-Key", key).json().path("number").asText())
			.isEqualTo(number.value());
		assertThat(this.ideas.get(number).before()).as("kept when it began").isNotNull();

		this.people.runWhenDue(number, DAY);
		this.people.runWhenDue(number, "event_ideaUndecided");
		this.people.run(number, "serviceTask_chaseIdea");
		assertThat(this.jdbc.sql("SELECT recipient FROM outbox_message WHERE case_number = ?")
			.param(number.value())
			.query(String.class)
			.list()).contains("agente@escala.example", "supervisor@escala.example");
		assertThatThrownBy(() -> later(number, "01/01/2027")).hasMessageContaining("Se decide después de hoy");
		later(number, "01/03/2027");
		assertThat(this.people.tasks(number)).isEmpty();
		assertThat(this.people.due(number, DAY)).isEqualTo(Instant.parse("2027-02-28T23:00:00Z"));
		this.people.runWhenDue(number, DAY);
		later(number, "01/04/2027");
		this.people.runWhenDue(number, DAY);
		assertThatThrownBy(() -> later(number, "01/05/2027")).hasMessageContaining("ya se aplazó dos veces");
		this.people.complete(number, "agente", DECIDE, Map.of("ideaOutcome", "fails", "ideaSaid", "Igual que antes."));

		assertThat(this.ideas.get(number).state()).isEqualTo(IdeaState.FAILS);
		assertThat(this.ideas.get(number).trial().delays()).isEqualTo(2);
		assertThat(this.ideas.get(number).decision().change()).isNull();
		assertThat(this.people.left(number)).isEmpty();
	}

	@Test
	@DisplayName("What is wrong is told beside its field and nothing is lost")
	void refused() {
		Document wrong = this.owner.send(this.owner.open("/ideas/nueva"), "#nueva form", "what", "Llamar antes",
				"hypothesis", "Menos quejas.", "measure", "COMPLAINTS_WITHIN", "hours", "mucho", "owner", "nadie",
				"beganOn", "02/12/2026", "decideOn", "20/01/2027", "monthsBefore", "13");
		assertThat(this.owner.status()).isEqualTo(400);
		assertThat(wrong.select("#hours-wrong").text()).contains("de 1 a 2000");
		assertThat(wrong.select("#owner-wrong").text()).contains("no está en el directorio");
		assertThat(wrong.select("#decideOn-wrong").text()).contains("al menos un mes entero: elija el 01/02/2027");
		assertThat(wrong.select("#monthsBefore-wrong").text()).contains("de 1 a 12");
		assertThat(wrong.select("#what").attr("value")).isEqualTo("Llamar antes");
		assertThat(wrong.select("#measure option[selected]").attr("value")).isEqualTo("COMPLAINTS_WITHIN");
		assertProblem(this.api.post("/api/ideas", "{\"measure\":\"NOTHING\"}"), 400, "measure");
		assertProblem(this.api.get("/api/ideas/IDE-1999-000001"), 404);
		assertThat(this.owner.open("/ideas?texto=" + UUID.randomUUID()).text()).contains("Ninguna idea coincide");
		ApiClient other = ApiClient.of(this.port, this.engine.getIdentityService(), "idea-other", "finance");
		String number = this.api
			.post("/api/ideas",
					"{\"what\":\"Probar\",\"hypothesis\":\"Sí\",\"figure\":\"Entregas\",\"unit\":\"NUMBER\","
							+ "\"better\":\"MORE\",\"decideOn\":\"01/02/2027\"}")
			.json()
			.path("number")
			.asText();
		assertProblem(other.post("/api/ideas/" + number + "/figures", "{\"month\":\"2026-11\",\"figure\":\"1\"}"), 403);
		assertProblem(this.api.post("/api/ideas/" + number + "/figures", "{\"month\":\"2026-12\",\"figure\":\"-1\"}"),
				400, "month");
	}

	private Document enter(CaseNumber number, String month, String value) {
		return this.owner.send(this.owner.open("/ideas/" + number), "#cifras form", "month", month, "figure", value);
	}

	private void later(CaseNumber number, String day) {
		this.people.complete(number, "agente", DECIDE,
				Map.of("ideaOutcome", "later", "ideaSaid", "Fue puente.", "ideaNewDay", day));
	}

}
