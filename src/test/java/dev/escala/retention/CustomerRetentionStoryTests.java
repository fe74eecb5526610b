package dev.escala.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.Tier;
import dev.escala.matter.Matters;
import dev.escala.purchase.Purchases;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.retention.loss.LostCustomers;
import dev.escala.review.FlaggedCustomer;
import dev.escala.review.FlaggedCustomers;
import dev.escala.review.Signal;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.ModelCoverage;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("A customer who seems to be leaving is called until they buy, are lost or are let go; the stories pass every node and flow")
class CustomerRetentionStoryTests {

	private static final String CALL = "userTask_callLeavingCustomer";

	private static final String ACT = "userTask_actForCustomer";

	private static final String DECIDE = "userTask_decideLettingGo";

	private static final String SELLER = "retenedora";

	/** Ten in the morning in Madrid; the next Monday and Tuesday are holidays. */
	private static final Instant WEDNESDAY = Instant.parse("2026-12-02T09:00:00Z");

	private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private RetentionCases cases;

	@Autowired
	private FlaggedCustomers flagged;

	@Autowired
	private NextPurchases look;

	@Autowired
	private LostCustomers lost;

	@Autowired
	private Cards cards;

	@Autowired
	private Matters matters;

	@Autowired
	private Timeline timeline;

	@Autowired
	private Customers customers;

	@Autowired
	private Purchases purchases;

	@Autowired
	private JdbcClient jdbc;

	private LeavingCustomers leaving;

	private CaseDriver people;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("retention");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "customerRetention")).isEmpty();
	}

	@BeforeEach
	void givenWhoSells() {
		CaseDriver.travelTo(WEDNESDAY);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.people.person(SELLER, Role.SALES, Role.AGENTS);
		this.leaving = new LeavingCustomers(this.customers, this.purchases);
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("Whom the monthly review flags is called, once for a month, and the next month's reasons join the open case (004-28)")
	void flaggedByReview() {
		Customer customer = this.leaving.customer(Tier.STANDARD);
		FlaggedCustomer november = new FlaggedCustomer(customer.id(), customer.code(), NOVEMBER,
				List.of(new dev.escala.review.Reason(Signal.SILENCE, "No se sabe nada desde el 3 de agosto.")));

		this.flagged.flagged(november);
		this.flagged.flagged(november);
		this.flagged.flagged(new FlaggedCustomer(customer.id(), customer.code(), NOVEMBER.plusMonths(1),
				List.of(new dev.escala.review.Reason(Signal.PROMISE_BROKEN, "No se cumplió la del 12 de noviembre."))));

		CaseNumber number = this.cases.openOf(customer.id()).orElseThrow().number();
		assertThat(this.people.tasks(number)).containsExactly(CALL);
		assertThat(this.cases.reasons(number)).extracting(Reason::signal).containsExactly("SILENCE", "PROMISE_BROKEN");
	}

	@Test
	@DisplayName("Called twice, promised something, and then bought: recovered, and only that proves it (004-33, 004-34, 004-35)")
	void recovered() {
		Customer customer = this.leaving.customer(Tier.STANDARD);
		this.leaving.buys(customer, "2026-05-04", 100_000);
		this.leaving.buys(customer, "2026-06-04", 100_000);
		CaseNumber number = opened(customer, new Reason("SILENCE", "No compra desde el 4/6/2026", 5_000L, null, null));

		RetentionCase begun = this.cases.get(number);
		assertThat(number.value()).startsWith("RET-2026-");
		// 0.8 / (1 + 0.1 - 0.8) is 2.67 of the 2,000.00 of their last year.
		assertThat(begun.atStake().cents()).isEqualTo(534_000);
		assertThat(begun.silent()).isTrue();
		assertThat(this.people.groups(number, CALL)).containsExactlyInAnyOrder("sales", "supervisors");
		// Thursday, Friday, Wednesday.
		assertThat(this.people.task(number, CALL).getDueDate().toInstant())
			.isBetween(Instant.parse("2026-12-09T00:00:00Z"), Instant.parse("2026-12-10T00:00:00Z"));
		assertThat(happened(number)).first()
			.asString()
			.contains("No compra desde el 4/6/2026.", "En juego: 5.340,00 EUR", "Lo corriente");
		assertThatThrownBy(() -> call(number, "AGAIN", "callAgainOn", "2/12/2026")).hasMessageContaining("otro día");
		call(number, "AGAIN", "callAgainOn", "10/12/2026");
		assertThat(this.cases.get(number).ownerId()).isEqualTo(new UserId(SELLER));
		assertThat(this.people.due(number, "event_callAgainDue")).isEqualTo(Instant.parse("2026-12-10T08:00:00Z"));
		this.people.runWhenDue(number, "event_callAgainDue");
		this.people.run(number, "serviceTask_callAgain");

		assertThatThrownBy(() -> call(number, "ACT")).hasMessageContaining("Falta la causa");
		call(number, "ACT", "leavingCause", "SERVICE");
		assertThatThrownBy(() -> act(number, "VISIT", "actionOn", "1/12/2026")).hasMessageContaining("ya ha pasado");
		act(number, "VISIT", "actionOn", "14/12/2026");
		assertThat(this.cases.get(number).state()).isEqualTo(RetentionState.WATCHED);
		this.leaving.buys(customer, "2026-12-10", 4_999);
		this.look.look();
		assertThat(this.cases.get(number).isOpen()).as("too little to prove anything").isTrue();
		this.people.runWhenDue(number, "event_watchOver");
		this.people.run(number, "serviceTask_lookForPurchase");
		assertThat(this.people.tasks(number)).containsExactly(CALL);
		assertThat(happened(number)).anyMatch((line) -> line.startsWith("No ha comprado desde el 10/12/2026"));

		call(number, "ACT", "leavingCause", "SERVICE");
		act(number, "PROMISE");
		String today = LocalDate.ofInstant(CaseDriver.now(), ZoneId.of("Europe/Madrid")).toString();
		this.leaving.buys(customer, today, 5_000);
		this.look.look();
		this.look.look();
		assertThat(this.cases.get(number).state()).isEqualTo(RetentionState.RECOVERED);
		assertThat(happened(number)).filteredOn((line) -> line.startsWith("Recuperado: compró el")).hasSize(1);
		assertThat(this.matters.get(number).open()).isFalse();
		assertThat(this.people.tasks(number)).isEmpty();
		assertThat(this.people.left(number)).isEmpty();
	}

	@Test
	@DisplayName("Too late: what was learned is kept, with what it costs; who is lost is not called again until they buy (004-29, 004-34, 004-37)")
	void late() {
		Customer customer = this.leaving.customer(Tier.GOLD);
		this.leaving.buys(customer, "2026-06-04", 100_000);
		CaseNumber number = opened(customer, new Reason("SILENCE", "No compra desde el 4/6/2026"));
		assertThat(this.people.task(number, CALL).getDueDate().toInstant()).as("gold does not wait")
			.isBefore(Instant.parse("2026-12-04T00:00:00Z"));

		assertThatThrownBy(() -> call(number, "LOST", "leavingCause", "QUALITY"))
			.hasMessageContaining("Falta qué se aprende");
		call(number, "LOST", "leavingCause", "QUALITY", "leavingLesson", "Mirar los lotes de junio.");
		assertThat(this.cases.get(number).state()).isEqualTo(RetentionState.LOST);
		assertThat(this.lost.last(customer.id())).hasValueSatisfying((one) -> {
			assertThat(one.cause()).isEqualTo("QUALITY");
			assertThat(one.worrying()).isTrue();
			assertThat(one.lesson()).isEqualTo("Mirar los lotes de junio.");
			assertThat(one.atStake().cents()).isEqualTo(267_000);
			assertThat(one.silent()).isTrue();
			assertThat(one.ownerId()).isEqualTo(new UserId(SELLER));
			assertThat(one.isBack()).isFalse();
		});
		assertThat(this.people.left(number)).isEmpty();
		List<Reason> reasons = List.of(new Reason("SILENCE", "Sigue sin comprar"));
		assertThat(this.cases.open(customer.id(), LocalDate.of(2026, 12, 1), reasons)).isEmpty();

		CaseDriver.travelTo(Instant.parse("2026-12-16T09:00:00Z"));
		this.leaving.buys(customer, "2026-12-15", 1_000);
		assertThat(this.lost.last(customer.id()))
			.hasValueSatisfying((one) -> assertThat(one.backOn()).isEqualTo(LocalDate.of(2026, 12, 15)));
		assertThat(this.cases.open(customer.id(), LocalDate.of(2026, 12, 1), reasons)).isPresent()
			.hasValueSatisfying((again) -> assertThat(again).isNotEqualTo(number));
	}

	@Test
	@DisplayName("Whoever leads answers the four questions: kept once more, which their purchase proves, or let go (004-26)")
	void letGo() {
		Customer kept = this.leaving.customer(Tier.STANDARD);
		CaseNumber number = opened(kept, new Reason("COMPLAINTS", "Dos reclamaciones mal acabadas"));
		call(number, "LET_GO", "leavingCause", "VALUE");
		assertThat(this.people.groups(number, DECIDE)).containsExactly("supervisors");
		assertThatThrownBy(() -> decide(number, "true", "overrules", "true")).hasMessageContaining("hable con él");
		decide(number, "true");
		assertThat(happened(number)).anyMatch((line) -> line.contains("Se cede"));
		act(number, "COMPLAINT");
		assertThat(this.cases.actions(number)).singleElement()
			.satisfies((one) -> assertThat(one.began().value()).startsWith("QUE-"));
		// It comes after the last look, and before the time is over.
		CaseDriver.travelTo(Instant.parse("2027-02-20T09:00:00Z"));
		this.leaving.buys(kept, "2027-02-19", 1_000);
		this.people.runWhenDue(number, "event_watchOver");
		this.people.run(number, "serviceTask_lookForPurchase");
		assertThat(this.cases.get(number).state()).isEqualTo(RetentionState.RECOVERED);
		assertThat(this.people.left(number)).isEmpty();

		CaseDriver.travelTo(WEDNESDAY);
		Customer gone = this.leaving.customer(Tier.STANDARD);
		CaseNumber second = opened(gone, new Reason("COMPLAINTS", "Insulta a quien le atiende"));
		call(second, "LET_GO", "leavingCause", "OTHER");
		decide(second, "false");
		assertThat(this.cases.get(second).state()).isEqualTo(RetentionState.LET_GO);
		assertThat(this.lost.last(gone.id())).hasValueSatisfying((one) -> {
			assertThat(one.letGo()).isTrue();
			assertThat(one.atStake().isKnown()).isFalse();
		});
		assertThat(this.people.left(second)).isEmpty();
	}

	@Test
	@DisplayName("That they are back is believed to a purchase only, of the variety that they bought no more")
	void alreadyBack() {
		Customer customer = this.leaving.customer(Tier.STANDARD);
		CaseNumber number = opened(customer, new Reason("VARIETY", "Ya no compra té verde", null, "TÉ", "VERDE"));
		assertThatThrownBy(() -> call(number, "BACK")).hasMessageContaining("No consta ninguna compra");
		this.leaving.buys(customer, "2026-12-02", 1_000, "TÉ", "ROJO");
		assertThatThrownBy(() -> call(number, "BACK")).hasMessageContaining("No consta ninguna compra");
		this.leaving.buys(customer, "2026-12-02", 1_000, "TÉ", "VERDE");
		call(number, "BACK");
		assertThat(this.cases.get(number).state()).isEqualTo(RetentionState.RECOVERED);
		assertThat(this.people.left(number)).isEmpty();
	}

	@Test
	@DisplayName("Asked again for a month nothing changes; another month joins the open case with what is new")
	void oneAtATime() {
		Customer customer = this.leaving.customer(Tier.STANDARD);
		Reason silence = new Reason("SILENCE", "No compra desde junio");
		CaseNumber number = opened(customer, silence);
		Reason broken = new Reason("PROMISES", "Un compromiso incumplido");
		assertThat(this.cases.open(customer.id(), NOVEMBER, List.of(broken))).contains(number);
		assertThat(this.cases.reasons(number)).containsExactly(silence);
		assertThat(this.cases.open(customer.id(), LocalDate.of(2026, 12, 1), List.of(silence, broken)))
			.contains(number);
		assertThat(this.cases.reasons(number)).containsExactly(silence, broken);
		assertThat(happened(number)).contains("Hay más motivos: Un compromiso incumplido.");
		assertThatThrownBy(() -> this.cases.openByHand(customer.code(), "Lo oí", new UserId(SELLER)))
			.hasMessageContaining("ya tiene abierta " + number);
	}

	@Test
	@DisplayName("A letter is checked like every other, a small extra has its limit, an escalation begins: each by its own way")
	void actions() {
		CaseNumber number = acting();
		assertThatThrownBy(() -> act(number, "GOODWILL", "actionAmount", "mucho"))
			.hasMessageContaining("no es un importe");
		assertThatThrownBy(() -> act(number, "GOODWILL", "actionAmount", "900000"))
			.hasMessageContaining("más que un detalle");
		act(number, "GOODWILL", "actionAmount", "5");
		assertThat(this.cases.actions(number)).singleElement()
			.satisfies((one) -> assertThat(one.cents()).isEqualTo(500));

		CaseNumber written = acting();
		assertThatThrownBy(() -> act(written, "LETTER")).hasMessageContaining("Motivo para enviarlo así");
		act(written, "LETTER", "actionText",
				"Gracias por hablar con nosotros. Una persona lleva desde hoy sus pedidos. Le llamo el jueves a las 10:00.");
		assertThat(this.jdbc.sql("SELECT count(*) FROM customer_letter WHERE case_number = ?")
			.param(written.value())
			.query(Integer.class)
			.single()).isOne();

		CaseNumber escalated = acting();
		assertThatThrownBy(() -> act(escalated, "ESCALATION")).hasMessageContaining("criterio");
		act(escalated, "ESCALATION", "actionCriterion", "STAFF");
		assertThat(this.cases.actions(escalated)).singleElement()
			.satisfies((one) -> assertThat(one.began().value()).startsWith("ESC-"));
	}

	@Test
	@DisplayName("The card says why, what they bought and what is at stake with its formula (004-35), and the customer in five lines (004-55)")
	void card() {
		Customer customer = this.leaving.customer(Tier.SILVER);
		this.leaving.buys(customer, "2026-10-05", 30_000);
		CaseNumber number = opened(customer, new Reason("SILENCE", "No compra desde octubre"));
		String card = this.people.as(SELLER, () -> this.cards.find(CardTask.page(number)).orElseThrow().toString());
		assertThat(card)
			.contains("No compra desde octubre", "801,00 EUR = 300,00 EUR al año", "× 2,67", "Gupta y Lehmann",
					"la última el 05/10/2026", "Nadie habló con él en los 90 días")
			.contains("Contrato plata · 1 compra en doce meses, 300,00 EUR; la última, el 05/10/2026",
					"Asuntos abiertos: 1 (" + number + ")", "Compromisos: ninguno en marcha",
					"Último contacto: ninguno anotado", "Satisfacción: aún no ha opinado",
					"/clientes/" + customer.code());
		String stranger = this.people.as("problemas",
				() -> this.cards.find(CardTask.page(number)).orElseThrow().toString());
		assertThat(stranger).contains("No compra desde octubre").doesNotContain("Contrato plata");
	}

	private CaseNumber acting() {
		CaseNumber number = opened(this.leaving.customer(Tier.STANDARD), new Reason("SILENCE", "No compra"));
		call(number, "ACT", "leavingCause", "SERVICE");
		return number;
	}

	private CaseNumber opened(Customer customer, Reason reason) {
		return this.cases.open(customer.id(), NOVEMBER, List.of(reason)).orElseThrow();
	}

	private void call(CaseNumber number, String next, Object... more) {
		this.people.complete(number, SELLER, CALL,
				Forms.with(Map.of("leavingNext", next, "leavingSaid", "Le va mal el negocio."), more));
	}

	private void act(CaseNumber number, String action, Object... more) {
		this.people.complete(number, SELLER, ACT,
				Forms.with(Map.of("leavingAction", action, "actionText", "Una persona a cargo de sus pedidos."), more));
	}

	private void decide(CaseNumber number, String yields, Object... more) {
		this.people.complete(number, "supervisor", DECIDE,
				Forms.with(
						Map.of("worthKeeping", "true", "effect", "Se pierde lo que compra", "smallCost", "true",
								"overrules", "false", "yields", yields, "reason", "Lo que pide no es razonable"),
						more));
	}

	private List<String> happened(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

}
