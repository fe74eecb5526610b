package dev.escala.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.escalation.course.EndCase;
import dev.escala.matter.Severity;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decisions;
import dev.escala.routing.RecordedDecision;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.ModelCoverage;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The stories of a promise; together they pass every node and every flow of its process")
class PromiseStoryTests extends PromiseStory {

	@Autowired
	private EndCase end;

	@Autowired
	private Decisions decisions;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("promises");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "promise")).isEmpty();
	}

	@Test
	@DisplayName("Expectation first, then estimate plus margin, then the customer's yes on the page; kept before it is due (003-02, 003-03, 003-05, 003-06, 004-51)")
	void keptBeforeDue() {
		CaseNumber number = owned("PRO");
		Promise promise = this.making.start(number, new UserId("agente"), "Reponer la puerta", null);
		assertThat(this.people.task(number, ASK).getAssignee()).isEqualTo(OWNER);
		assertThat(this.people.groups(number, ASK)).containsExactlyInAnyOrder("technology", Role.SUPERVISORS.groupId());
		assertThat(this.people.tasks(number)).doesNotContain(ESTIMATE);

		this.people.complete(number, OWNER, ASK, expectation());
		assertThat(this.promises.get(promise.id()).expectation().wantedAt())
			.isEqualTo(Instant.parse("2026-11-27T22:59:00Z"));
		this.people.complete(number, OWNER, ESTIMATE, estimate());
		assertThat(status(promise)).as("nobody has seen it").isEqualTo(PromiseStatus.ESTIMATING);
		this.people.run(number, "serviceTask_proposeDate");

		assertThat(status(promise)).isEqualTo(PromiseStatus.PROPOSED);
		assertThat(open(promise).promisedAt()).as("4 h and 50 %% from Monday at ten").isEqualTo(PROMISED);
		assertThat(mails(number, "promise-")).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo("pedidos@puertas.example");
			assertThat(mail.subject()).contains("¿le parece bien?");
		});
		onPage(promise, true, null);

		assertThat(this.people.tasks(number)).contains(KEEP).doesNotContain(ANSWER);
		assertThat(this.people.task(number, KEEP).getDueDate()).isEqualTo(PROMISED);
		assertThat(this.people.due(number, "event_promiseOver")).isEqualTo(PROMISED);
		this.people.runWhenDue(number, "event_promiseNear");
		this.people.run(number, "serviceTask_remindOwner");
		assertThat(CaseDriver.now()).as("two working hours before").isEqualTo(PROMISED.minus(Duration.ofHours(2)));
		assertThat(mails(number, "promise-near-")).extracting(OutboxMessage::recipient)
			.containsExactly("tecnologia@escala.example");
		this.people.complete(number, OWNER, KEEP, kept());

		Promise settled = this.promises.get(promise.id());
		assertThat(settled.status()).isEqualTo(PromiseStatus.KEPT);
		assertThat(settled.ownerId()).isEqualTo(new UserId(OWNER));
		assertThat(settled.groupId()).isEqualTo("technology");
		assertThat(settled.acceptedBy()).isEqualTo(UserId.CUSTOMER);
		assertThat(told(number)).hasSize(6).last().asString().contains("cumplido. La puerta está puesta.");
		assertThat(this.people.passed(number)).doesNotContain("businessRuleTask_breakPromise", "event_endBroken");
		assertNothingOfPromisesIsLeft(number);
		RecordedDecision margin = this.decisions.recorded(number)
			.stream()
			.filter((one) -> one.decision().equals("promiseMargin"))
			.findFirst()
			.orElseThrow();
		assertThat(margin.matches().get(0).ruleId()).isEqualTo("rule_promise_similarShort");
	}

	@Test
	@DisplayName("A customer who does not agree is proposed another date, made of what they said")
	void declinedThenEstimatedAgain() {
		CaseNumber number = owned("PRO");
		Promise promise = proposed(number);
		onPage(promise, false, "Me vendría mejor el jueves");
		assertThat(status(promise)).isEqualTo(PromiseStatus.ESTIMATING);
		assertThat(this.people.tasks(number)).contains(ESTIMATE).doesNotContain(KEEP, ANSWER);

		this.people.complete(number, OWNER, ESTIMATE, estimate("estimateHours", 20));
		this.people.run(number, "serviceTask_proposeDate");
		assertThatThrownBy(() -> this.people.complete(number, OWNER, ANSWER, Map.of("customerAnswer", "declined")))
			.hasMessageContaining("Falta qué dijo el cliente");
		this.people.complete(number, OWNER, ANSWER, Map.of("customerAnswer", "declined", "answerText",
				"Solo puede abrir el jueves", "wishedDate", "26/11/2026"));
		this.people.complete(number, OWNER, ESTIMATE, estimate("estimateHours", 16));
		this.people.run(number, "serviceTask_proposeDate");
		this.people.complete(number, OWNER, ANSWER, Map.of("customerAnswer", "accepted"));

		assertThat(this.promises.proposals(promise.id())).extracting((one) -> one.answer().kind())
			.containsExactly(Proposal.Answer.Kind.DECLINED, Proposal.Answer.Kind.DECLINED,
					Proposal.Answer.Kind.ACCEPTED);
		assertThat(this.promises.proposals(promise.id()).get(1).answer().wishedAt())
			.isEqualTo(Instant.parse("2026-11-26T22:59:00Z"));
		assertThat(mails(number, "promise-")).hasSize(3);
		assertThat(told(number)).anyMatch((text) -> text.contains("Dijo: Me vendría mejor el jueves"));
	}

	@Test
	@DisplayName("A proposal that nobody answers lapses when its date comes, and another one is estimated")
	void lapsed() {
		CaseNumber number = owned("PRO");
		Promise promise = proposed(number);

		this.people.runWhenDue(number, "event_proposalOver");
		assertThatThrownBy(() -> onPage(promise, true, null)).hasMessageContaining("ya pasó");
		this.people.run(number, "serviceTask_expireProposal");

		assertThat(status(promise)).isEqualTo(PromiseStatus.ESTIMATING);
		assertThat(this.promises.latest(promise.id()).orElseThrow().answer().kind())
			.isEqualTo(Proposal.Answer.Kind.LAPSED);
		assertThat(this.people.tasks(number)).contains(ESTIMATE).doesNotContain(ANSWER);
	}

	@Test
	@DisplayName("Another date counts only when the customer agrees again: until then the old one holds, then the timers move (003-18)")
	void revised() {
		CaseNumber number = owned("PRO");
		Promise promise = agreed(number);
		revised(number);
		assertThat(this.promises.get(promise.id()).promisedAt()).isEqualTo(PROMISED);
		assertThat(this.people.due(number, "event_promiseOver")).isEqualTo(PROMISED);
		assertThat(open(promise).formerAt()).isEqualTo(PROMISED);

		this.people.complete(number, OWNER, REVISION_ANSWER,
				Map.of("revisionAnswer", "declined", "answerText", "Hoy o nada"));
		assertThat(status(promise)).isEqualTo(PromiseStatus.ACCEPTED);
		assertThat(this.people.task(number, KEEP).getDueDate()).isEqualTo(PROMISED);
		revised(number);
		onPage(promise, true, null);

		Instant later = Instant.parse("2026-11-24T12:00:00Z");
		assertThat(this.promises.get(promise.id()).promisedAt()).as("8 h and 50 %%").isEqualTo(later);
		assertThat(this.people.due(number, "event_promiseOver")).isEqualTo(later);
		assertThat(this.people.task(number, KEEP).getDueDate()).isEqualTo(later);
		assertThat(this.promises.proposals(promise.id())).hasSize(3)
			.last()
			.satisfies((last) -> assertThat(last.estimate().reason()).isEqualTo("la pieza llega el martes"));
		revised(number);
		this.people.complete(number, OWNER, REVISION_ANSWER,
				Map.of("revisionAnswer", "kept", "promiseNote", "Llegó antes."));
		assertThat(status(promise)).isEqualTo(PromiseStatus.KEPT);
		assertThat(this.promises.latest(promise.id()).orElseThrow().answer().kind())
			.isEqualTo(Proposal.Answer.Kind.LAPSED);
		assertNothingOfPromisesIsLeft(number);
	}

	@Test
	@DisplayName("A promise that is not kept is broken at its date, also while another date waits for its answer; the second one raises the severity (004-25, 004-46, 004-47, 004-73)")
	void broken() {
		CaseNumber number = owned("PRE");
		Promise first = agreed(number);
		assertThat(this.engine.getTaskService().getVariables(this.people.task(number, KEEP).getId()))
			.as("what the lists of Tasklist show of the case")
			.containsEntry("escalationNumber", number.value())
			.containsKeys("customerName", "severityLabel");
		revised(number);
		this.people.runWhenDue(number, "event_promiseOver");
		assertThat(status(first)).isEqualTo(PromiseStatus.BROKEN);
		assertThat(this.escalations.get(number).severity()).as("the first one of a light case").isEqualTo(Severity.LOW);
		assertThat(this.people.tasks(number)).contains(APOLOGISE).doesNotContain(KEEP, REVISION_ANSWER);
		assertThat(draft(number)).startsWith("We promised you “Reponer la puerta principal” for Monday 23 November");
		assertThatThrownBy(
				() -> this.people.complete(number, OWNER, APOLOGISE, Map.of("apologyMessage", draft(number))))
			.hasMessageContaining("Queda algo entre corchetes");
		assertThatThrownBy(() -> this.people.complete(number, OWNER, APOLOGISE,
				Map.of("apologyMessage", "It was the fault of the other department.")))
			.hasMessageContaining("Motivo para enviarlo así");
		this.people.complete(number, OWNER, APOLOGISE, Map.of("apologyMessage", "We are sorry: the part was wrong."));
		this.people.run(number, "serviceTask_sendMessage");

		Promise second = agreed(number);
		this.people.runWhenDue(number, "event_promiseOver");
		assertThat(this.escalations.get(number).severity()).isEqualTo(Severity.MODERATE);
		assertThat(this.people.task(number, APOLOGISE).getDueDate())
			.isEqualTo(this.promises.get(second.id()).apologyDueAt());
		this.people.complete(number, OWNER, APOLOGISE, Map.of("apologyMessage", "We are sorry again."));
		this.people.run(number, "serviceTask_sendMessage");

		assertThat(mails(number, "apology-")).hasSize(2).allSatisfy((mail) -> {
			assertThat(mail.recipient()).isEqualTo("orders@doors.example");
			assertThat(mail.subject()).contains("You are right");
		});
		assertThat(this.promises.get(second.id()).apologisedAt()).isEqualTo(CaseDriver.now());
		assertNothingOfPromisesIsLeft(number);
	}

	private String draft(CaseNumber number) {
		return (String) this.engine.getTaskService()
			.getVariableLocal(this.people.task(number, APOLOGISE).getId(), "apologyMessage");
	}

	@Test
	@DisplayName("What the customer has not agreed to can be withdrawn with a reason; what they have cannot")
	void withdrawn() {
		CaseNumber number = owned("PRO");
		Promise promise = proposed(number);
		Proposal shown = open(promise);
		this.making.withdraw(promise.id(), new UserId(OWNER), "Se resuelve hoy mismo");
		assertThat(status(promise)).isEqualTo(PromiseStatus.WITHDRAWN);
		assertNothingOfPromisesIsLeft(number);
		assertThatThrownBy(() -> this.answers.onPage(number, promise.customerId(), shown.id(),
				Proposal.Answer.Kind.ACCEPTED, null, null))
			.hasMessageContaining("ya está contestada");

		Promise agreed = agreed(number);
		assertThatThrownBy(() -> this.making.withdraw(agreed.id(), new UserId(OWNER), "Ya no"))
			.hasMessageContaining("El cliente ya tiene su palabra");
		assertThat(this.people.tasks(number)).contains(KEEP);
	}

	@Test
	@DisplayName("Whoever takes the case over keeps its promises, too (001-06)")
	void goesWithTheCase() {
		CaseNumber number = owned("PRO");
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, OWNER, "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		Promise promise = agreed(number);
		this.people.complete(number, OWNER, "userTask_executePlan",
				Forms.progress("functional", "requestedSpeciality", "FINANCE"));

		this.people.complete(number, "finanzas", "userTask_takeOverTransfer", Map.of("takeOverNote", "Lo llevo yo."));

		assertThat(this.people.task(number, KEEP).getAssignee()).isEqualTo("finanzas");
		this.people.complete(number, "finanzas", KEEP, kept());
		assertThat(this.promises.get(promise.id()).status()).isEqualTo(PromiseStatus.KEPT);
	}

	@Test
	@DisplayName("A case that is withdrawn ends its promises where everybody sees it")
	void endsWithTheCase() {
		CaseNumber number = owned("PRO");
		Promise promise = agreed(number);

		this.end.withdraw(number, new UserId("agente"), "El cliente ya no lo necesita");

		assertThat(status(promise)).isEqualTo(PromiseStatus.WITHDRAWN);
		assertThat(told(number)).last().asString().contains("queda sin efecto porque el caso terminó");
		assertNothingOfPromisesIsLeft(number);
	}

	@Test
	@DisplayName("A customer of the case may have one promise under way; after it is settled, another one")
	void oneAtATime() {
		CaseNumber number = owned("PRO");
		agreed(number);
		assertThatThrownBy(() -> this.making.start(number, new UserId(OWNER), "Otra cosa", null))
			.hasMessageContaining("Ya hay un compromiso en marcha con Puertas y Rejas");

		this.people.complete(number, OWNER, KEEP, kept());

		assertThat(status(this.making.start(number, new UserId(OWNER), "Otra cosa", null)))
			.isEqualTo(PromiseStatus.ASKING);
		assertThat(this.promises.promises(number)).extracting(Promise::status)
			.isEqualTo(List.of(PromiseStatus.KEPT, PromiseStatus.ASKING));
	}

}
