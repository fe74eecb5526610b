package dev.escala.escalation.process;

import java.util.Map;
import java.util.function.BiFunction;

import dev.escala.clock.ServiceClock;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.course.DuplicateCase;
import dev.escala.escalation.course.EndCase;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.Forms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class EndEarlyStories extends EscalationStory {

	@Autowired
	private DuplicateCase duplicates;

	@Autowired
	private EndCase endings;

	@ParameterizedTest(name = "A case that is withdrawn at {0} ends there, and those who knew of it are told")
	@EnumSource(Step.class)
	void withdrawn(Step step) {
		CaseNumber number = step.reach.apply(this, severe());
		assertThat(this.people.tasks(number)).containsExactly(step.task);

		this.endings.withdraw(number, new UserId("agente"), "El cliente ya no lo necesita.");
		assertThat(this.people.left(number)).contains("serviceTask_announceWithdrawal")
			.doesNotContain(step.task, "event_warningDue", "event_deadlineOver", "event_noActivity",
					"event_firstUpdateDue");
		this.people.run(number, "serviceTask_announceWithdrawal");

		assertEnded(number, Outcome.WITHDRAWN, "event_endWithdrawn");
		assertThatCase(number).hasNotPassed("event_caseHandled", "event_duplicateFound", "event_endClosed",
				"event_endClosedWithoutRca");
		assertThat(told(number, "withdrawn")).contains("supervisor@escala.example", "compras@norte.example");
		assertThat(told(number, "rca")).isEmpty();
		assertThatThrownBy(() -> this.endings.withdraw(number, new UserId("agente"), "Otra vez."))
			.hasMessageContaining("ya terminó («Retirado»)");
	}

	@Test
	@DisplayName("A case whose customer nobody knows can be withdrawn; nobody outside is told")
	void withdrawnBeforeTheCustomerIsKnown() {
		CaseNumber number = reported(Forms.report("Quesos Ignotos"));

		this.endings.withdraw(number, new UserId("agente"), "Era una prueba.");
		this.people.run(number, "serviceTask_announceWithdrawal");

		assertEnded(number, Outcome.WITHDRAWN, "event_endWithdrawn");
		assertThatCase(number).hasNotPassed("businessRuleTask_assignGroup");
		assertThat(told(number, "withdrawn")).contains("supervisor@escala.example")
			.allMatch((mailbox) -> mailbox.endsWith("@escala.example"));
	}

	@Test
	@DisplayName("A case that repeats another one ends as its duplicate, also with an automatic escalation open")
	void duplicateWithABreachOpen() {
		CaseNumber original = reported(severe());
		CaseNumber number = reported(severe());
		this.people.miss(number, ServiceClock.ACKNOWLEDGEMENT);
		assertThat(this.people.tasks(number)).containsExactlyInAnyOrder("userTask_takeOver", "userTask_attendBreach");

		assertThatThrownBy(
				() -> this.duplicates.markDuplicate(number, new UserId("agente"), number.value(), "Es el mismo."))
			.hasMessageContaining("duplicado de sí mismo");
		this.duplicates.markDuplicate(number, new UserId("agente"), original.value(), "Es el mismo fallo.");
		this.people.run(number, "serviceTask_announceDuplicate");

		assertEnded(number, Outcome.DUPLICATE, "event_endDuplicate");
		assertThat(this.escalations.get(number).duplicateOf()).isEqualTo(original);
		assertThat(told(number, "duplicate")).contains("supervisor@escala.example", "gerente@escala.example")
			.doesNotContain("compras@norte.example");
		assertThat(this.people.passed(number)).doesNotContain("event_endBreachAttended", "event_withdrawn",
				"event_caseHandled");
		assertThat(this.people.tasks(original)).containsExactly("userTask_takeOver");
	}

	@Test
	@DisplayName("A case that is a duplicate after its plan was shared ends without closing")
	void duplicateWhileWorking() {
		CaseNumber original = reported(moderate());
		CaseNumber number = working(moderate());

		this.duplicates.markDuplicate(number, new UserId("tecnologia"), original.value(), "Es la misma cola.");
		this.people.run(number, "serviceTask_announceDuplicate");

		assertEnded(number, Outcome.DUPLICATE, "event_endDuplicate");
		assertThatThrownBy(
				() -> this.duplicates.markDuplicate(original, new UserId("agente"), number.value(), "Al revés."))
			.hasMessageContaining("es a su vez un duplicado de " + original);
		assertThat(this.escalations.get(original).isOpen()).isTrue();
		assertThat(told(original, "duplicate-" + number)).containsExactly("compras@norte.example");
	}

	@Test
	@DisplayName("The customers of a duplicate follow the case that goes on, and hear its number and next date")
	void duplicateOfAnotherCustomer() {
		CaseNumber original = working(moderate());
		CaseNumber number = planning(Forms.with(moderate(), "customer", "SUR"));

		this.duplicates.markDuplicate(number, new UserId("tecnologia"), original.value(), "Es la misma cola.");
		this.people.run(number, "serviceTask_announceDuplicate");

		assertThat(told(original, "duplicate-" + number)).containsExactly("taller@sur.example");
		assertThat(told(original, "announcement")).contains("compras@norte.example", "taller@sur.example")
			.doesNotHaveDuplicates();
		assertThat(this.escalations.details(original)).extracting(CaseDetail::text).contains("SUR");
	}

	/** Steps at which a case waits for a person. */
	enum Step {

		REPORTED("userTask_takeOver", EscalationStory::reported),
		PLANNING("userTask_preparePlan", EscalationStory::planning),
		WORKING("userTask_executePlan", EscalationStory::working),
		CLOSING("userTask_checkClosing", EscalationStory::closing),
		ANALYSING("userTask_writeInternalRca", EscalationStory::analysing);

		private final String task;

		private final BiFunction<EscalationStory, Map<String, Object>, CaseNumber> reach;

		Step(String task, BiFunction<EscalationStory, Map<String, Object>, CaseNumber> reach) {
			this.task = task;
			this.reach = reach;
		}

	}

}
