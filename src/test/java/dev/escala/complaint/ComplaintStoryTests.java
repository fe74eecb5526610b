package dev.escala.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.escala.card.Card;
import dev.escala.card.CardSection.Section;
import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.complaint.paper.AnswerSheet;
import dev.escala.complaint.paper.AnswerSheets;
import dev.escala.complaint.paper.PostalAddress;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.ModelCoverage;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@TestPropertySource(properties = "escala.complaints.large=true")
@DisplayName("The stories of a complaint; together they pass every node and every flow of its process")
class ComplaintStoryTests extends ComplaintSideStories {

	private static final String LUCIA = "lucia@luna.example";

	@Autowired
	private MatterClocks clocks;

	@Autowired
	private Cards cards;

	@Autowired
	private AnswerSheets sheets;

	@Autowired
	private PostalAddress address;

	@Autowired
	private JdbcClient jdbc;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("complaints");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "complaint")).isEmpty();
	}

	@Test
	@DisplayName("Presented, read, investigated, decided, answered in time; nobody says more, and it is closed")
	void putRight() {
		CaseNumber number = presented();
		Complaint complaint = this.complaints.get(number);
		assertThat(number.value()).matches("QUE-2026-\\d{6}");
		assertThat(complaint.statement().description()).startsWith("Me han cobrado dos veces").contains("\n");
		assertThat(complaint.statement().presentedAt()).isEqualTo(FRIDAY_AT_SIX);
		assertThat(binding(number).code()).isEqualTo("ES-G");
		assertThat(binding(number).told()).contains("30 de diciembre de 2026");
		this.people.run(number, "serviceTask_acknowledgeComplaint");
		assertThat(mails(number, LUCIA)).singleElement().asString().contains(number.value());

		assertThat(this.cards.find(CardTask.page(number)).orElseThrow().sections()).extracting(Section::title)
			.contains("Lo que dice el cliente", "Plazos de la ley", "Clave y justificante", "Decidir punto por punto");
		this.people.complete(number, HANDLER, CLASSIFY, classified());
		assertThat(this.complaints.get(number).ownerId()).isEqualTo(new UserId(HANDLER));
		assertThat(this.people.task(number, INVESTIGATE).getDueDate()).isEqualTo(binding(number).dueAt());
		decide(number);
		assertThatThrownBy(() -> this.progress.close(number, new UserId(AGENT)))
			.hasMessageContaining("está en «Responder»");
		answer(number);

		assertThat(this.complaints.get(number).answeredAt()).isEqualTo(FRIDAY_AT_SIX);
		assertThat(this.terms.list(number)).allSatisfy((term) -> {
			assertThat(term.metAt()).isEqualTo(FRIDAY_AT_SIX);
			assertThat(term.isMissed()).isFalse();
		});
		this.people.runWhenDue(number, "event_termNear");
		this.people.run(number, "serviceTask_watchTerms");
		this.people.runWhenDue(number, "event_timeToAsk");
		assertThat(CaseDriver.now()).isEqualTo(FRIDAY_AT_SIX.plus(Duration.ofDays(7)));
		this.people.run(number, "serviceTask_askWhetherSolved");
		assertThat(mails(number, LUCIA)).last().asString().contains("¿Está resuelto?");
		this.people.runWhenDue(number, "event_judgementOver");
		this.people.run(number, "serviceTask_weighJudgement");
		this.people.complete(number, HANDLER, CLOSE, Map.of("closingSummary", "El cobro se lanza una sola vez."));

		assertEnded(number, ComplaintOutcome.PUT_RIGHT);
	}

	@Test
	@DisplayName("Not solved: the customer says why, and it is investigated again; then it is, by their own word (004-54)")
	void judged() {
		CaseNumber number = decided();
		answer(number);
		assertThatThrownBy(() -> this.judging.judge(number, UserId.CUSTOMER, true, false, " "))
			.hasMessageContaining("qué sigue sin resolverse");
		this.judging.judge(number, UserId.CUSTOMER, true, false, "El dinero no ha llegado.");
		this.people.run(number, "serviceTask_weighJudgement");
		assertThat(this.complaints.get(number).phase()).isEqualTo(ComplaintPhase.INVESTIGATE);
		assertThat(happened(number)).contains("Se investiga de nuevo: El dinero no ha llegado.");

		CaseDriver.travel(Duration.ofDays(1));
		decide(number);
		answer(number);
		this.people.runWhenDue(number, "event_timeToAsk");
		this.people.run(number, "serviceTask_askWhetherSolved");
		this.judging.judge(number, UserId.CUSTOMER, true, true, null);
		this.people.run(number, "serviceTask_weighJudgement");
		this.people.complete(number, HANDLER, CLOSE, Map.of("closingSummary", "Nada: fue un caso único."));

		assertEnded(number, ComplaintOutcome.PUT_RIGHT);
		this.matters.reopen(number, new UserId("supervisor"), "Ha vuelto a pasar.");
		assertThat(this.people.tasks(number)).containsExactly(INVESTIGATE);
		this.progress.withdraw(number, new UserId(AGENT), "Se arregló solo.");
		this.people.run(number, "serviceTask_tellComplaintWithdrawn");
		assertThat(this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ? ORDER BY id DESC LIMIT 1")
			.param(number.value())
			.query(String.class)
			.single()).contains("Como nos pidió, damos por retirada esta reclamación.")
			.containsOnlyOnce("Si no lo esperaba");
		assertEnded(number, ComplaintOutcome.WITHDRAWN);
	}

	@Test
	@DisplayName("What is missing is asked for with a last date, comes in two parts, and the term begins anew (Ley 10/2025, art. 13.3)")
	void completed() {
		CaseNumber number = presented();
		Instant before = binding(number).dueAt();
		this.people.run(number, "serviceTask_acknowledgeComplaint");
		this.people.complete(number, HANDLER, CLASSIFY,
				classified("classification", "INCOMPLETE", "missing", "Una copia de la factura de noviembre."));
		assertThat(this.terms.running(number)).as("the term waits").isEmpty();
		this.people.run(number, "serviceTask_askToComplete");
		assertThat(mails(number, LUCIA)).last().asString().contains("Nos falta algo de usted");
		assertThat(this.completion.open(number).orElseThrow().until())
			.as("ten working days, with two holidays in between")
			.isEqualTo("2026-12-22");

		CaseDriver.travel(Duration.ofDays(5));
		this.completion.complete(number, UserId.CUSTOMER, "Aquí está la primera hoja.");
		this.people.complete(number, HANDLER, CHECK,
				Map.of("completionResult", "MORE", "missing", "Falta la segunda hoja."));
		this.people.run(number, "serviceTask_askToComplete");
		CaseDriver.travel(Duration.ofDays(1));
		this.completion.complete(number, UserId.CUSTOMER, "Y la segunda.");
		assertThatThrownBy(() -> this.completion.complete(number, UserId.CUSTOMER, "Otra vez."))
			.hasMessageContaining("Ya no falta nada");
		this.people.complete(number, HANDLER, CHECK, Map.of("completionResult", "COMPLETE"));

		assertThat(binding(number).dueAt()).isAfter(before);
		assertThat(this.people.task(number, INVESTIGATE).getDueDate()).isEqualTo(binding(number).dueAt());
		this.progress.withdraw(number, new UserId(AGENT), "Ya no la quiere.");
		this.people.run(number, "serviceTask_tellComplaintWithdrawn");
	}

	@Test
	@DisplayName("Nothing comes: the last date alone ends nothing, a person does who says how they know (Ley 10/2025, art. 13.4)")
	void notCompleted() {
		CaseNumber number = presented();
		this.people.run(number, "serviceTask_acknowledgeComplaint");
		this.people.complete(number, HANDLER, CLASSIFY,
				classified("classification", "INCOMPLETE", "missing", "El contrato."));
		this.people.run(number, "serviceTask_askToComplete");
		this.people.runWhenDue(number, "event_cureOver");
		assertThat(CaseDriver.now()).isEqualTo(Instant.parse("2026-12-22T23:00:00Z"));
		assertThat(this.complaints.get(number).isOpen()).isTrue();
		assertThatThrownBy(
				() -> this.people.complete(number, HANDLER, CHECK, Map.of("completionResult", "NOT_COMPLETED")))
			.hasMessageContaining("cómo se comprobó");
		this.people.complete(number, HANDLER, CHECK, Map.of("completionResult", "NOT_COMPLETED", "completionNote",
				"El correo del día 4 dice qué pasa si no llega, y no llegó nada."));
		this.people.run(number, "serviceTask_tellComplaintEnd");

		assertEnded(number, ComplaintOutcome.NOT_COMPLETED);
		assertThat(mails(number, LUCIA)).last().asString().contains("Cómo queda su reclamación");
	}

	@Test
	@DisplayName("The same again is joined to the first, whose term stays")
	void joined() {
		CaseNumber first = presented();
		Instant due = binding(first).dueAt();
		CaseDriver.travel(Duration.ofDays(3));
		CaseNumber second = presented();
		assertThat(happened(second)).anyMatch((text) -> text.contains(first.value()));
		this.people.run(second, "serviceTask_acknowledgeComplaint");
		assertThatThrownBy(() -> this.people.complete(second, HANDLER, CLASSIFY,
				classified("classification", "JOINED", "joinTo", second.value())))
			.hasMessageContaining("No hay otra reclamación abierta de este cliente");
		this.people.complete(second, HANDLER, CLASSIFY,
				classified("classification", "JOINED", "joinTo", first.value()));
		this.people.run(second, "serviceTask_tellComplaintEnd");

		assertEnded(second, ComplaintOutcome.JOINED);
		assertThat(this.matters.goingOn(second).orElseThrow().number()).isEqualTo(first);
		assertThat(binding(first).dueAt()).isEqualTo(due);
		this.progress.withdraw(first, new UserId(AGENT), "Ya no.");
		this.people.run(first, "serviceTask_tellComplaintWithdrawn");
	}

	@Test
	@DisplayName("On paper: only the number of the certificate stops the term")
	void onPaper() {
		CaseNumber number = decided("answerChannel", "POST", "postalAddress", "Calle del Pez 12\n28004 Madrid");
		int mailed = mails(number, LUCIA).size();
		answer(number);
		assertThat(this.complaints.get(number).answeredAt()).as("a letter that nobody posted").isNull();
		assertThat(mails(number, LUCIA)).as("who wants it on paper gets no mail").hasSize(mailed);
		Card card = this.cards.find(new CardTask(number, DELIVER, "", "", binding(number).dueAt(), null)).orElseThrow();
		assertThat(card.guidance().dueText()).as("its day, and not the midnight after it")
			.isEqualTo(binding(number).told());
		Section section = card.sections()
			.stream()
			.filter((one) -> one.title().equals("La respuesta, para imprimirla"))
			.findFirst()
			.orElseThrow();
		assertThat(section.text()).contains("Se envía a: Calle del Pez 12, 28004 Madrid");
		assertThat(section.links()).singleElement()
			.satisfies((link) -> assertThat(link.href()).isEqualTo("/api/complaints/" + number + "/answer"));
		AnswerSheet first = this.sheets.get(number);
		assertThat(printed(first))
			.contains("Calle del Pez 12", "28004 Madrid", "Se acepta.", "El dinero vuelve a su cuenta.",
					"al final de esta carta tiene cómo")
			.doesNotContain("este correo");

		this.address.note(number, new UserId(HANDLER), "Calle del Pez 21\n28004 Madrid");
		AnswerSheet second = this.sheets.get(number);
		assertThat(printed(second)).contains("Calle del Pez 21");
		assertThat(this.sheets.list(number)).as("what was printed stays")
			.extracting(AnswerSheet::sha256)
			.containsExactly(first.sha256(), second.sha256());
		assertThatThrownBy(() -> this.people.complete(number, HANDLER, DELIVER, Map.of()))
			.hasMessageContaining("el número del certificado");
		this.people.complete(number, HANDLER, DELIVER, Map.of("deliveryProof", "CD 0123 4567 8"));

		assertThat(binding(number).metAt()).isEqualTo(CaseDriver.now());
		assertThat(happened(number)).contains("La respuesta salió hacia el cliente: CD 0123 4567 8.",
				"La respuesta está lista para imprimirla (SHA-256 " + second.sha256() + ").");
		assertThatThrownBy(() -> this.address.note(number, new UserId(HANDLER), "Otra calle 1"))
			.hasMessageContaining("ya salió");
		this.judging.judge(number, UserId.CUSTOMER, false, true, null);
		this.people.run(number, "serviceTask_weighJudgement");
		this.people.complete(number, HANDLER, CLOSE, Map.of("closingSummary", "La norma se explica mejor."));
		assertEnded(number, ComplaintOutcome.PUT_RIGHT);
	}

	@Test
	@DisplayName("Nobody answers: one reminder, then one level, and it goes on; answered late, it is known as late")
	void overdue() {
		CaseNumber number = ready();
		Instant due = binding(number).dueAt();
		this.people.runWhenDue(number, "event_termNear");
		this.people.run(number, "serviceTask_watchTerms");
		assertThat(mails(number, HANDLER + "@escala.example")).filteredOn((one) -> one.contains("plazo legal"))
			.hasSize(1);
		assertThat(this.levels.current(number)).isEqualTo(1);

		this.people.runWhenDue(number, "event_termOver");
		assertThat(CaseDriver.now()).isEqualTo(due);
		this.people.run(number, "serviceTask_watchTerms");

		assertThat(this.levels.current(number)).isEqualTo(2);
		assertThat(happened(number)).anyMatch((text) -> text.startsWith("Venció sin respuesta el plazo de"));
		assertThat(this.complaints.get(number).isOpen()).isTrue();
		this.people.runWhenDue(number, "event_termOver");
		this.people.run(number, "serviceTask_watchTerms");
		assertThat(this.levels.current(number)).as("one omission, one level").isEqualTo(2);

		decide(number);
		answer(number);
		assertThat(binding(number).isMissed()).isTrue();
		this.judging.judge(number, UserId.CUSTOMER, true, true, null);
		this.people.run(number, "serviceTask_weighJudgement");
		this.people.complete(number, HANDLER, CLOSE, Map.of("closingSummary", "Se reparte antes."));
		assertThat(this.complaints.get(number).outcome()).isEqualTo(ComplaintOutcome.PUT_RIGHT);
	}

	@Test
	@DisplayName("By telephone it is read back and confirmed before it counts (004-74)")
	void readBack() {
		assertThatThrownBy(() -> presented("door", "PHONE")).hasMessageContaining("Lea al cliente lo que ha escrito");
		CaseNumber number = presented("door", "PHONE", "readBack", true);
		assertThat(this.complaints.get(number).statement().readBack()).isTrue();
		this.progress.withdraw(number, new UserId(AGENT), "Ya no la quiere.");
		this.people.run(number, "serviceTask_tellComplaintWithdrawn");
	}

	@Test
	@DisplayName("Until the answer, the customer is not left in silence: that clock runs, and the answer stops it (004-44)")
	void silence() {
		CaseNumber number = decided();
		assertThat(this.clocks.find(number, ServiceClock.UPDATE))
			.hasValueSatisfying((update) -> assertThat(update.isOpen()).isTrue());
		answer(number);
		assertThat(this.clocks.find(number, ServiceClock.UPDATE))
			.hasValueSatisfying((update) -> assertThat(update.metAt()).isEqualTo(FRIDAY_AT_SIX));
		this.progress.withdraw(number, new UserId(AGENT), "Ya no la quiere.");
		this.people.run(number, "serviceTask_tellComplaintWithdrawn");
	}

	@Test
	@DisplayName("What another topic asks is decided anew from the same start (Ley 10/2025, art. 17.3)")
	void reclassified() {
		CaseNumber number = presented();
		assertThat(binding(number).told()).contains("30 de diciembre");
		this.people.run(number, "serviceTask_acknowledgeComplaint");
		this.people.complete(number, HANDLER, CLASSIFY, classified("complaintTopic", "BILLING"));
		assertThat(this.terms.list(number)).extracting("code").contains("ES-B");
		assertThat(this.complaints.get(number).statement().presentedAt()).isEqualTo(FRIDAY_AT_SIX);
		this.progress.withdraw(number, new UserId(AGENT), "Ya no la quiere.");
		this.people.run(number, "serviceTask_tellComplaintWithdrawn");
	}

}
