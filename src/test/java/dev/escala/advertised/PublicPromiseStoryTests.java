package dev.escala.advertised;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.escala.improvement.Improvement;
import dev.escala.improvement.ImprovementKind;
import dev.escala.improvement.Improvements;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.ModelCoverage;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
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

import static dev.escala.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The stories of public promises; together they pass every node and every flow of their process")
class PublicPromiseStoryTests {

	private static final String ENTER = "userTask_enterFigure";

	private static final String MEND = "userTask_mendPromise";

	/** A month in which nobody else complains. */
	private static final Instant MAY = Instant.parse("2033-05-11T09:00:00Z");

	private static final Instant JUNE = Instant.parse("2033-06-01T04:00:00Z");

	private static final Instant JULY = Instant.parse("2033-07-01T04:00:00Z");

	private static final Instant AUGUST = Instant.parse("2033-08-02T04:00:00Z");

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private PublicPromises promises;

	@Autowired
	private ComparePromises compare;

	@Autowired
	private Improvements improvements;

	@Autowired
	private Timeline timeline;

	@LocalServerPort
	private int port;

	private CaseDriver people;

	private ApiClient api;

	private PageForms supervisor;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("public promises");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "publicPromise")).as("nodes and flows that no story passed").isEmpty();
	}

	@BeforeEach
	void givenWhoPromises() {
		CaseDriver.travelTo(MAY);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.api = ApiClient.of(this.port, this.engine.getIdentityService(), "promise-api", "supervisors");
		this.supervisor = new PageForms(StaffClient.basic(this.port, "supervisor", CaseDriver.PASSWORD));
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("What we advertise is compared each month with what we did; whoever answers for it has one task to mend one or the other (004-39, 004-51)")
	void mended() throws Exception {
		complaint();
		complaint();
		String text = "Respondemos en 24 horas " + UUID.randomUUID();
		CaseNumber number = register(text, "\"measure\":\"COMPLAINTS_WITHIN\",\"hours\":\"24\",\"threshold\":\"95\"");
		CaseDriver.travelTo(JUNE);
		compareOnTwoNodes();
		this.compare.compare();

		assertThat(this.people.instances(number)).as("two nodes and a later look").hasSize(1);
		assertThat(this.people.task(number, MEND).getAssignee()).isEqualTo("agente");
		String told = "Prometemos «" + text + "»: Reclamaciones respondidas en unas horas: 24 h, al menos 95\u00a0%. "
				+ "En mayo de 2033 fue 0\u00a0% (de 2).";
		assertThat(this.timeline.entries(new CaseNumber(number.value()))).extracting(TimelineEntry::text)
			.containsOnlyOnce(told);
		assertThat(this.supervisor.open("/promesas-publicas?estado=BROKEN&texto=" + number).select("table").text())
			.contains(text, "al menos 95", "0 % (de 2)");
		Document page = this.supervisor.open("/promesas-publicas/" + number);
		assertThat(page.select("#cifras .answer").text()).isEqualTo(told.replace('\u00a0', ' '));
		assertThat(page.select("#cifras svg").attr("aria-label")).contains("mayo de 2033, 0\u00a0% (de 2)");
		String csv = StaffClient.basic(this.port, "supervisor", CaseDriver.PASSWORD)
			.send("GET", "/promesas-publicas/exportar?texto=" + number)
			.body();
		assertThat(csv.lines().filter((line) -> line.contains("2033-05"))).singleElement()
			.asString()
			.contains(number.value(), "no");

		this.people.complete(number, "agente", MEND, Map.of("mendHow", "improve", "mendNote", "Falta gente.",
				"newAction", "Un turno de tarde", "actionOwner", "tecnologia", "actionDueOn", "15/07/2033"));
		Improvement change = this.improvements.foundIn(number).get(0);
		assertThat(change.kind()).isEqualTo(ImprovementKind.PUBLIC_PROMISE);
		assertThat(change.what()).isEqualTo("Un turno de tarde");
		assertThat(this.people.left(number)).isEmpty();
		CaseDriver.travelTo(JUNE.plusSeconds(86_400));
		complaint();
		CaseDriver.travelTo(JULY);
		this.compare.compare();
		assertThat(this.people.tasks(number)).as("it is being mended").isEmpty();
		assertThat(this.promises.comparisons(number)).extracting(Comparison::kept).containsExactly(false, false);
	}

	@Test
	@DisplayName("What cannot be kept is not promised any longer: the promise is changed, or withdrawn (004-52)")
	void changed() {
		CaseNumber number = register("Entregamos en 24 horas " + UUID.randomUUID(),
				"\"figure\":\"Entregas en 24 horas\",\"unit\":\"PERCENT\",\"better\":\"MORE\",\"threshold\":\"95\"");
		this.api.post("/api/public-promises/" + number + "/figures", "{\"month\":\"2033-04\",\"figure\":\"71\"}");
		this.compare.compare();
		assertThat(this.people.tasks(number)).containsExactly(MEND);
		PublicPromise before = this.promises.get(number);
		assertThatThrownBy(() -> change(number, before.text(), "95")).hasMessageContaining("sigue igual");
		change(number, "Entregamos en 48 horas", "70,5");
		PublicPromise after = this.promises.get(number);
		assertThat(after.text()).isEqualTo("Entregamos en 48 horas");
		assertThat(after.threshold()).isEqualByComparingTo("70.5");

		CaseDriver.travelTo(JUNE);
		this.compare.compare();
		assertThat(this.people.task(number, ENTER).getAssignee()).as("nobody entered May").isEqualTo("agente");
		this.people.complete(number, "agente", ENTER, Map.of("figureOutcome", "none"));
		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.promises.comparisons(number).get(0).kept()).isNull();
		CaseDriver.travelTo(JULY);
		this.compare.compare();
		this.people.complete(number, "agente", ENTER, Map.of("figureOutcome", "value", "figureValue", "70,5"));
		assertThat(this.people.left(number)).as("as promised").isEmpty();
		assertThat(this.promises.comparisons(number).get(0).value()).isEqualByComparingTo(new BigDecimal("70.5"));
		CaseDriver.travelTo(AUGUST);
		this.compare.compare();
		this.people.complete(number, "agente", ENTER, Map.of("figureOutcome", "value", "figureValue", "12"));
		assertThat(this.people.tasks(number)).containsExactly(MEND);
		this.people.complete(number, "agente", MEND, Map.of("mendHow", "withdraw", "mendNote", "No llegamos."));
		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.promises.get(number).isPublished()).isFalse();
		assertThat(this.supervisor.open("/promesas-publicas?estado=WITHDRAWN&texto=" + number).text())
			.contains("Entregamos en 48 horas");
		assertProblem(this.api.post("/api/public-promises/" + number + "/figures",
				"{\"month\":\"2033-07\",\"figure\":\"71\"}"), 409);
	}

	@Test
	@DisplayName("What is wrong is told beside its field; whoever withdraws a promise ends its task")
	void refused() {
		Document wrong = this.supervisor.send(this.supervisor.open("/promesas-publicas/nueva"), "#nueva form", "text",
				"Abrimos siempre", "place", "la web", "since", "01/01/2034", "measure", "PROMISES_KEPT", "threshold",
				"101");
		assertThat(this.supervisor.status()).isEqualTo(400);
		assertThat(wrong.select("#since-wrong").text()).contains("está por venir");
		assertThat(wrong.select("#threshold-wrong").text()).isEqualTo("Un tanto por ciento va de 0 a 100.");
		assertThat(wrong.select("#text").attr("value")).isEqualTo("Abrimos siempre");
		CaseNumber number = register("Llegamos en " + UUID.randomUUID(),
				"\"figure\":\"Días\",\"unit\":\"DAYS\",\"better\":\"LESS\",\"threshold\":\"2\"");
		Document page = this.supervisor.open("/promesas-publicas/" + number);
		this.supervisor.send(page, "#cifras form", "month", "2033-04", "figure", "3");
		this.compare.compare();
		assertThat(this.people.tasks(number)).as("more is worse").containsExactly(MEND);
		assertThat(this.supervisor.send(page, "#retirar", "why", "").select("#why-wrong").text())
			.isEqualTo("Falta el porqué.");
		this.supervisor.send(page, "#retirar", "why", "Se quitó de la web.");
		assertThat(this.people.tasks(number)).isEmpty();
		assertThat(this.supervisor.open("/promesas-publicas/" + number).select("#cambiar")).isEmpty();
	}

	private void compareOnTwoNodes() throws Exception {
		ExecutorService nodes = Executors.newFixedThreadPool(2);
		try {
			Callable<Object> look = () -> {
				this.compare.compare();
				return null;
			};
			for (Future<Object> done : nodes.invokeAll(List.of(look, look))) {
				done.get();
			}
		}
		finally {
			nodes.shutdown();
		}
	}

	private void change(CaseNumber number, String text, String threshold) {
		this.people.complete(number, "agente", MEND, Map.of("mendHow", "change", "mendText", text, "mendThreshold",
				threshold, "mendNote", "El camión no llega."));
	}

	private CaseNumber register(String text, String gauge) {
		Answer answer = this.api.post("/api/public-promises", "{\"text\":\"" + text
				+ "\",\"place\":\"la portada de la web\",\"since\":\"01/01/2033\",\"owner\":\"agente\"," + gauge + "}");
		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		return new CaseNumber(answer.json().path("number").asText());
	}

	private void complaint() {
		Answer heard = this.api.post("/api/heard", "{\"kind\":\"COMPLAINT\",\"text\":\"No llegó.\",\"customer\":"
				+ "\"Promesa " + UUID.randomUUID() + "\",\"email\":\"quien@promesa.example\"}");
		assertThat(heard.status()).as(heard.text()).isEqualTo(201);
	}

}
