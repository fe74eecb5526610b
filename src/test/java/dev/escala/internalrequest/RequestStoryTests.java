package dev.escala.internalrequest;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.decisionlog.Ruling;
import dev.escala.decisionlog.RulingOutcome;
import dev.escala.engine.TaskDates;
import dev.escala.engine.UserTask;
import dev.escala.engine.UserTasks;
import dev.escala.internalrequest.call.HoldingPromises;
import dev.escala.policy.Mode;
import dev.escala.policy.Topic;
import dev.escala.promise.PromiseStatus;
import dev.escala.promise.SpokenPromises;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.ModelCoverage;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The stories of an internal request; together they pass every node and every flow of its process")
class RequestStoryTests extends RequestStory {

	/** Two working days after the Monday, at closing time. */
	private static final Instant WEDNESDAY_EVENING = Instant.parse("2026-11-25T17:00:00Z");

	private static final String WATCH = "serviceTask_watchAnswer";

	@Autowired
	private UserTasks userTasks;

	@Autowired
	private TaskDates taskDates;

	@Autowired
	private HoldingPromises holding;

	@Autowired
	private SpokenPromises spoken;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("requests");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "internalRequest", "promisedAnswer")).isEmpty();
	}

	@Test
	@DisplayName("Asked, acknowledged, decided with the reason, told to the prospect; the decision is in the log (000-30, 000-31, 000-32)")
	void decided() {
		CaseNumber number = asked();
		InternalRequest request = this.requests.get(number);
		assertThat(number.value()).matches("SOL-2026-\\d{6}");
		assertThat(request.mode()).isEqualTo(Mode.ALWAYS);
		assertThat(request.topic()).isEqualTo(Topic.SALES_SCOPE);
		assertThat(request.fromGroup()).isEqualTo("agents");
		assertThat(request.acknowledgeDue()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(2)));
		assertThat(request.answerDue()).isEqualTo(WEDNESDAY_EVENING);
		assertThat(this.people.groups(number, ACKNOWLEDGE)).containsExactly("product");
		assertThat(mailsTo(number, PRODUCT)).singleElement().asString().contains("espera su acuse de recibo");

		this.people.complete(number, PRODUCT, ACKNOWLEDGE, Map.of("acknowledgement", "Lo miro hoy"));
		assertThat(this.people.task(number, ANSWER).getAssignee()).isEqualTo(PRODUCT);
		assertThat(this.people.task(number, ANSWER).getDueDate()).isEqualTo(WEDNESDAY_EVENING);
		this.people.complete(number, PRODUCT, ANSWER, decision("CONDITIONAL"));
		this.people.run(number, "serviceTask_tellAnswer");

		Ruling ruling = this.rulings.ofRequest(number).orElseThrow();
		assertThat(ruling.outcome()).isEqualTo(RulingOutcome.CONDITIONAL);
		assertThat(ruling.party()).isEqualTo("Manufacturas Delta");
		assertThat(ruling.reasoning()).isEqualTo("Sin tope no se puede poner precio.");
		assertThat(mailsTo(number, SALES)).hasSize(2).last().asString().contains("está respondida");
		assertThat(this.people.task(number, PASS_ON).getAssignee()).isEqualTo(SALES);
		this.people.complete(number, SALES, PASS_ON, told());

		assertThat(this.requests.get(number).status()).isEqualTo(RequestStatus.CLOSED);
		assertThat(happened(number)).last().asString().contains("Dio la respuesta al cliente");
		assertThat(this.people.passed(number)).doesNotContain(RATE, DEBRIEF, "serviceTask_answerByStanding");
		assertNothingIsLeft(number);
	}

	@Test
	@DisplayName("After the fact nobody waits: it is recorded and told, and a rejected prospect is known from then on (000-05, 000-14)")
	void visibility() {
		CaseNumber number = this.people.start("internalRequest", SALES,
				question("kind", "VISIBILITY", "situations", List.of("PROSPECT_REJECTED"), "party", "Talleres Omega",
						"prospectSector", "Automoción", "neededBy", null, "customerDate", null, "assessment",
						"No quería contrato."));
		assertThat(this.people.tasks(number)).isEmpty();
		this.people.run(number, "serviceTask_noteForVisibility");

		assertThat(this.requests.get(number).status()).isEqualTo(RequestStatus.NOTED);
		assertThat(mailsTo(number, PRODUCT)).singleElement().asString().contains("Para que conste");
		assertNothingIsLeft(number);
		CaseNumber next = asked("party", "Talleres Omega", "situations", List.of("ALLIANCE"));
		assertThat(this.requests.get(next).mode()).as("rejected before (000-05)").isEqualTo(Mode.ALWAYS);
		this.closing.withdraw(next, new UserId(SALES), "Ya no");
		this.people.run(next, "serviceTask_tellWithdrawn");
	}

	@Test
	@DisplayName("A standing decision answers at once, and its author is told")
	void standing() {
		CaseNumber first = acknowledged("situations", List.of("ALLIANCE"));
		this.people.complete(first, PRODUCT, ANSWER,
				decision("GRANTED", "standing", true, "decision", "Acuerdos de referencia: sí, hasta el 5 %."));
		RulingNumber decision = this.rulings.ofRequest(first).orElseThrow().number();

		CaseNumber number = asked("situations", List.of("ALLIANCE"), "standingDecision", decision.value());
		assertThat(this.people.tasks(number)).isEmpty();
		this.people.run(number, "serviceTask_tellAnswer");

		assertThat(this.requests.get(number).decisionNumber()).isEqualTo(decision);
		assertThat(mailsTo(number, PRODUCT)).singleElement().asString().contains("Su decisión permanente");
		assertThat(mailsTo(number, SALES)).singleElement().asString().contains("está respondida");
		this.people.complete(number, SALES, PASS_ON, told());
		assertNothingIsLeft(number);
		this.rulings.revoke(decision, new UserId(PRODUCT), "Solo valía este mes");
		assertThatThrownBy(() -> asked("situations", List.of("ALLIANCE"), "standingDecision", decision.value()))
			.hasMessageContaining("no responde esta solicitud");
	}

	@Test
	@DisplayName("Another group's: it goes there with new deadlines and is acknowledged again")
	void rerouted() {
		CaseNumber number = acknowledged();
		CaseDriver.travel(Duration.ofHours(3));
		assertThatThrownBy(() -> this.people.complete(number, PRODUCT, ANSWER,
				Map.of("answerGiven", "otherGroup", "newTopic", "SALES_SCOPE", "transferReason", "x")))
			.hasMessageContaining("también lo responde su grupo");
		this.people.complete(number, PRODUCT, ANSWER, Map.of("answerGiven", "otherGroup", "newTopic", "PRICE",
				"transferReason", "Es una cuestión de precio"));

		InternalRequest request = this.requests.get(number);
		assertThat(request.groupId()).isEqualTo("finance");
		assertThat(request.ownerId()).isNull();
		assertThat(request.acknowledgeDue()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(5)));
		assertThat(this.people.groups(number, ACKNOWLEDGE)).containsExactly("finance");
		assertThat(mailsTo(number, "finanzas")).hasSize(1);
		assertThat(this.people.due(number, "event_acknowledgementOver")).as("the new group's own")
			.isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(5)));
		assertThat(this.people.due(number, "event_answerNear")).isEqualTo(request.warnAt());
		this.people.complete(number, "finanzas", ACKNOWLEDGE, Map.of());
		this.people.complete(number, "finanzas", ANSWER, decision("REFUSED"));
		this.people.run(number, "serviceTask_tellAnswer");
		this.people.complete(number, SALES, PASS_ON, told());
		assertNothingIsLeft(number);
	}

	@Test
	@DisplayName("Something is missing, and then it takes longer: the one who asked tells the new date to the prospect (000-29, 000-31)")
	void completedAndDated() {
		CaseNumber number = acknowledged();
		this.people.complete(number, PRODUCT, ANSWER, Map.of("answerGiven", "more", "question", "¿Cuántas horas?"));
		assertThat(this.people.task(number, COMPLETE).getAssignee()).isEqualTo(SALES);
		assertThat(this.userTasks.find(COMPLETE)
			.flatMap((task) -> task.returned(this.taskDates.scope(number, this.people.task(number, COMPLETE))))
			.map(UserTask.Returned::reason)).hasValue("¿Cuántas horas?");
		assertThat(mailsTo(number, SALES)).last().asString().contains("Falta algo");
		this.people.complete(number, SALES, COMPLETE, Map.of("completion", "Unas cuarenta al mes"));

		assertThatThrownBy(() -> this.people.complete(number, PRODUCT, ANSWER,
				Map.of("answerGiven", "date", "answerDate", "20/11/2026", "dateReason", "x")))
			.hasMessageContaining("ya pasó");
		this.people.complete(number, PRODUCT, ANSWER,
				Map.of("answerGiven", "date", "answerDate", "30/11/2026 12:00", "dateReason", "Lo ve el proveedor"));
		this.people.run(number, "serviceTask_tellAnswerDate");
		Instant later = Instant.parse("2026-11-30T11:00:00Z");
		assertThat(this.requests.get(number).answerDue()).isEqualTo(later);
		assertThat(this.people.due(number, "event_answerNear")).as("reminded before the new date")
			.isAfter(MONDAY_AT_TEN)
			.isBefore(later);
		assertThat(this.people.tasks(number)).containsExactlyInAnyOrder(ANSWER, PASS_ON_DATE);
		this.people.complete(number, SALES, PASS_ON_DATE,
				Map.of("dateReaction", "agreed", "dateSaid", "El lunes a mediodía; le parece bien"));
		assertThat(this.people.tasks(number)).containsExactly(ANSWER);
		this.people.complete(number, PRODUCT, ANSWER, decision("GRANTED"));
		this.people.run(number, "serviceTask_tellAnswer");
		this.people.complete(number, SALES, PASS_ON, told());
		assertNothingIsLeft(number);
	}

	@Test
	@DisplayName("Nobody acknowledges, nobody answers: it goes up to the managers and to the directors (000-27, 000-28)")
	void overdue() {
		CaseNumber number = asked();
		this.people.runWhenDue(number, "event_acknowledgementOver");
		this.people.run(number, "serviceTask_tellUnacknowledged");
		assertThat(this.requests.get(number).level()).isEqualTo(2);
		assertThat(this.people.groups(number, ACKNOWLEDGE)).contains("product", "managers");
		assertThat(mailsTo(number, "gerente")).singleElement().asString().contains("Nadie ha acusado recibo");
		this.people.complete(number, PRODUCT, ACKNOWLEDGE, Map.of());
		assertThat(this.people.groups(number, ANSWER)).contains("product", Role.MANAGERS.groupId());

		this.people.runWhenDue(number, "event_answerNear");
		this.people.run(number, WATCH);
		assertThat(mailsTo(number, PRODUCT)).last().asString().contains("está por vencer");
		assertThat(this.requests.get(number).level()).as("a reminder").isEqualTo(2);
		this.people.runWhenDue(number, "event_answerOver");
		assertThat(CaseDriver.now()).isEqualTo(WEDNESDAY_EVENING);
		this.people.run(number, WATCH);
		assertThat(this.requests.get(number).level()).isEqualTo(InternalRequest.TOP_LEVEL);
		assertThat(mailsTo(number, "directora")).singleElement().asString().contains("sube de nivel");

		this.people.runWhenDue(number, "event_answerOver");
		this.people.run(number, WATCH);
		assertThat(mailsTo(number, PRODUCT)).as("reminded again").hasSize(3);
		assertThat(this.people.jobs(number)).as("also at the top it is watched on").contains("event_answerOver");
		this.people.complete(number, PRODUCT, ANSWER, decision("REFUSED"));
		this.people.run(number, "serviceTask_tellAnswer");
		this.people.complete(number, SALES, PASS_ON, told());
		assertNothingIsLeft(number);
	}

	@Test
	@DisplayName("A reminder that comes when the answer is there already looks after it no more")
	void answeredMeanwhile() {
		CaseNumber number = acknowledged();
		this.people.runWhenDue(number, "event_answerNear");
		standing(number, "ANSWERED");

		this.people.run(number, WATCH);

		assertThat(this.people.jobs(number)).doesNotContain("event_answerOver");
		standing(number, "ACKNOWLEDGED");
		this.closing.withdraw(number, new UserId(SALES), "Ya no");
		this.people.run(number, "serviceTask_tellWithdrawn");
		assertNothingIsLeft(number);
	}

	/** As another transaction sees it that has not moved the process yet. */
	private void standing(CaseNumber number, String status) {
		this.jdbc
			.sql("UPDATE internal_request SET status = :status,"
					+ " answered_at = CASE WHEN :status = 'ANSWERED' THEN now() END WHERE number = :number")
			.param("status", status)
			.param("number", number.value())
			.update();
	}

	@Test
	@DisplayName("A date that is given while the deadline passes is waited for, and nothing goes up")
	void datedAtTheLastMoment() {
		CaseNumber number = acknowledged();
		this.people.runWhenDue(number, "event_answerNear");
		this.people.run(number, WATCH);
		this.people.runWhenDue(number, "event_answerOver");
		this.people.complete(number, PRODUCT, ANSWER,
				Map.of("answerGiven", "date", "answerDate", "30/11/2026 12:00", "dateReason", "Lo ve el proveedor"));
		this.people.run(number, WATCH);

		assertThat(this.requests.get(number).level()).isEqualTo(1);
		assertThat(mailsTo(number, "gerente")).isEmpty();
		assertThat(this.people.due(number, "event_answerOver")).as("reminded before the new date, too")
			.isEqualTo(this.requests.get(number).warnAt());
		this.closing.withdraw(number, new UserId(SALES), "Ya no");
		this.people.run(number, "serviceTask_tellWithdrawn");
		assertNothingIsLeft(number);
	}

	@Test
	@DisplayName("A date that the prospect accepted on the phone is watched, moved, and broken when it passes (000-18)")
	void promised() {
		CaseNumber number = acknowledged("customerDate", null);
		Instant promised = Instant.parse("2026-11-26T10:00:00Z");
		this.holding.accept(this.requests.get(number), "Una respuesta el jueves", promised);
		this.people.runWhenDue(number, "event_promiseCheck");
		this.people.run(number, "serviceTask_watchPromisedAnswer");
		assertThat(mailsTo(number, SALES)).last().asString().contains("espera su respuesta");
		assertThat(this.people.due(number, "event_promiseCheck")).isEqualTo(promised);

		this.people.complete(number, PRODUCT, ANSWER,
				Map.of("answerGiven", "date", "answerDate", "30/11/2026 12:00", "dateReason", "Lo ve el proveedor"));
		this.people.run(number, "serviceTask_tellAnswerDate");
		assertThat(this.people.task(number, PASS_ON_DATE).getDueDate()).isEqualTo(promised);
		this.people.complete(number, SALES, PASS_ON_DATE, Map.of("dateReaction", "agreed", "dateSaid", "Le va bien"));
		Instant later = Instant.parse("2026-11-30T13:00:00Z");
		assertThat(this.holding.promisedAt(number)).as("the answer and two working hours").contains(later);
		this.people.complete(number, PRODUCT, ANSWER, decision("GRANTED"));
		this.people.run(number, "serviceTask_tellAnswer");
		assertThat(this.people.task(number, PASS_ON).getDueDate()).isEqualTo(later);
		this.people.runWhenDue(number, "event_promiseCheck");
		this.people.run(number, "serviceTask_watchPromisedAnswer");
		this.people.runWhenDue(number, "event_promiseCheck");
		this.people.run(number, "serviceTask_watchPromisedAnswer");

		assertThat(this.spoken.promise(number).orElseThrow().status()).isEqualTo(PromiseStatus.BROKEN);
		assertThat(mailsTo(number, "supervisor")).singleElement().asString().contains("sin la respuesta prometida");
		this.people.complete(number, SALES, PASS_ON, told());
		assertNothingIsLeft(number);
	}

	@Test
	@DisplayName("A promise that is kept is watched no longer")
	void kept() {
		CaseNumber number = acknowledged("customerDate", null);
		this.holding.accept(this.requests.get(number), "Una respuesta el jueves",
				Instant.parse("2026-11-26T10:00:00Z"));
		this.people.complete(number, PRODUCT, ANSWER, decision("GRANTED"));
		this.people.run(number, "serviceTask_tellAnswer");
		this.people.complete(number, SALES, PASS_ON, told());

		assertThat(this.spoken.promise(number).orElseThrow().status()).isEqualTo(PromiseStatus.KEPT);
		assertNothingIsLeft(number);
	}

	@Test
	@DisplayName("A department serves another: its level, its rating and the talk afterwards; morale has no name (004-75 to 004-78, 004-80)")
	void betweenDepartments() {
		this.jdbc.sql("DELETE FROM department_morale").update();
		CaseNumber number = asked("kind", "SERVICE", "department", "Tecnología", "situations", List.of(), "party", null,
				"customerDate", null);
		InternalRequest request = this.requests.get(number);
		assertThat(request.groupId()).isEqualTo("technology");
		assertThat(request.answerDue()).as("the next working day for agents (004-78)")
			.isEqualTo(Instant.parse("2026-11-24T17:00:00Z"));
		this.people.complete(number, PRODUCT, ACKNOWLEDGE, Map.of());
		this.people.complete(number, PRODUCT, ANSWER, decision("ANSWERED", "jointWork", true));
		this.people.run(number, "serviceTask_tellAnswer");
		assertThat(this.people.tasks(number)).as("no customer waits").containsExactly(RATE);
		assertThat(this.people.task(number, RATE).getDueDate()).as("five working days, by the table")
			.isEqualTo("2026-11-30T17:00:00Z");
		assertThatThrownBy(() -> date(number, "gerente")).hasMessageContaining("Solo Supervisión puede cambiarlos");
		date(number, "supervisor");
		assertThat(this.people.task(number, RATE).getDueDate()).isEqualTo("2026-12-01T10:00:00Z");

		assertThatThrownBy(() -> this.people.complete(number, SALES, RATE, rating("morale", "6")))
			.hasMessageContaining("Valore el ánimo del 1 al 5; no «6»");
		this.people.complete(number, SALES, RATE, rating());
		assertThat(this.people.task(number, DEBRIEF).getDueDate()).isEqualTo("2026-12-09T17:00:00Z");
		this.people.complete(number, SALES, DEBRIEF,
				Map.of("wentWell", "Rápido", "wentBadly", "Faltó avisar", "nextTime", "Avisar antes"));

		assertThat(this.requests.get(number).status()).isEqualTo(RequestStatus.CLOSED);
		assertThat(mailsTo(number, PRODUCT)).last().asString().contains("Repaso del trabajo conjunto");
		assertThat(this.jdbc.sql("SELECT count(*) FROM department_rating WHERE number = ?")
			.param(number.value())
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(
				this.jdbc.sql("SELECT * FROM department_morale WHERE from_group = 'agents' AND to_group = 'technology'")
					.query()
					.listOfRows())
			.singleElement()
			.satisfies((row) -> assertThat(row.values()).hasSize(5)
				.contains(2, 1)
				.noneMatch((value) -> String.valueOf(value).contains(SALES)
						|| String.valueOf(value).contains(number.value())));
		assertThat(happened(number)).noneMatch((text) -> text.contains("ánimo"));
		assertNothingIsLeft(number);
	}

	private static Map<String, Object> rating(Object... more) {
		return dev.escala.support.Forms.with(Map.of("responsiveness", "5", "quality", "4", "communication", "3",
				"teamwork", "4", "morale", "2", "ratingComment", "Gracias"), more);
	}

	@Test
	@DisplayName("Withdrawn by the one who asked: whoever had it is told, and nothing waits")
	void withdrawn() {
		CaseNumber number = acknowledged();
		this.closing.withdraw(number, new UserId(SALES), "El prospecto se retiró");
		this.people.run(number, "serviceTask_tellWithdrawn");
		assertThat(this.requests.get(number).status()).isEqualTo(RequestStatus.WITHDRAWN);
		assertThat(mailsTo(number, PRODUCT)).last().asString().contains("ya no hace falta");
		assertNothingIsLeft(number);
		assertThatThrownBy(() -> this.closing.withdraw(number, new UserId(SALES), "Otra vez"))
			.hasMessageContaining("«retirada»");
	}

	/** Another date for a task that no clock holds. */
	private void date(CaseNumber number, String by) {
		Task rate = this.people.task(number, RATE);
		rate.setDueDate(Date.from(Instant.parse("2026-12-01T10:00:00Z")));
		this.people.as(by, () -> {
			this.engine.getTaskService().saveTask(rate);
			return null;
		});
	}

}
