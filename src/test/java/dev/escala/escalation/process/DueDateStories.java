package dev.escala.escalation.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceClock;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class DueDateStories extends EscalationStory {

	private static final String EXECUTE = "userTask_executePlan";

	/** Thursday, noon in Madrid. */
	private static final Instant THURSDAY = Instant.parse("2026-11-26T11:00:00Z");

	@Autowired
	private MatterClocks clocks;

	@Autowired
	private PauseMatter pauses;

	@Test
	@DisplayName("A supervisor who changes a task's due date moves clock, timer and both dates, and it is recorded")
	void supervisorMovesIt() {
		CaseNumber number = working(severe());
		Instant before = deadline(number, ServiceClock.RESOLUTION).dueAt();

		date(number, "supervisor", Date.from(THURSDAY), null);

		Deadline moved = deadline(number, ServiceClock.RESOLUTION);
		assertThat(moved.dueAt()).isEqualTo(THURSDAY);
		// Three quarters of the 74 hours from now on.
		assertThat(moved.warnAt()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(3330)));
		assertThat(this.people.due(number, ServiceClock.RESOLUTION)).isEqualTo(moved.warnAt());
		assertThat(this.people.task(number, EXECUTE).getDueDate()).isEqualTo(THURSDAY);
		assertThat(this.people.task(number, EXECUTE).getFollowUpDate()).isEqualTo(moved.warnAt());
		assertThat(this.serviceLevels.changes(moved.id())).singleElement().satisfies((change) -> {
			assertThat(change.actor()).isEqualTo(new UserId("supervisor"));
			assertThat(change.dueBefore()).isEqualTo(before);
			assertThat(change.dueAfter()).isEqualTo(THURSDAY);
			assertThat(change.reason()).isEqualTo("Fecha fijada a mano.");
		});
		assertThat(deadline(number, ServiceClock.INVOLVE_PARTIES).fixed()).isNull();
		CaseDriver.travelTo(before);
		assertThatThrownBy(() -> this.people.run(number, ServiceClock.RESOLUTION)).hasMessageContaining("not due");
		this.people.miss(number, ServiceClock.RESOLUTION);
		assertThat(deadline(number, ServiceClock.RESOLUTION).breachedAt()).isEqualTo(THURSDAY);
	}

	@Test
	@DisplayName("Nobody else dates a task, a follow-up alone is refused, and a due date lies ahead")
	void refused() {
		CaseNumber number = working(severe());
		Deadline before = deadline(number, ServiceClock.RESOLUTION);

		assertThatThrownBy(() -> date(number, "gerente", Date.from(THURSDAY), null))
			.hasMessageContaining("Solo Supervisión puede cambiarlos");
		// Who may not even assign tasks: Tasklist says so in Spanish.
		assertThatThrownBy(() -> date(number, "tecnologia", Date.from(THURSDAY), null))
			.isInstanceOf(AuthorizationException.class);
		assertThatThrownBy(() -> date(number, "supervisor", null, Date.from(THURSDAY)))
			.hasMessageContaining("El seguimiento se calcula a partir del vencimiento");
		assertThatThrownBy(() -> date(number, "supervisor", Date.from(MONDAY_AT_TEN.minusSeconds(60)), null))
			.hasMessageContaining("debe estar en el futuro");
		assertThatThrownBy(() -> as("supervisor", number, (task) -> task.setDueDate(null)))
			.hasMessageContaining("no puede quedarse sin vencimiento");

		assertThat(deadline(number, ServiceClock.RESOLUTION)).isEqualTo(before);
		assertThat(this.people.task(number, EXECUTE).getDueDate()).isEqualTo(before.dueAt());
		assertThat(this.people.task(number, EXECUTE).getFollowUpDate()).isEqualTo(before.warnAt());
		assertThat(this.people.due(number, ServiceClock.RESOLUTION)).isEqualTo(before.warnAt());
		assertThat(this.serviceLevels.changes(before.id())).isEmpty();
	}

	@Test
	@DisplayName("A deadline that has passed is not moved any more")
	void notAfterTheMiss() {
		CaseNumber number = working(severe());
		this.people.miss(number, ServiceClock.RESOLUTION);

		assertThatThrownBy(() -> date(number, "supervisor", Date.from(CaseDriver.now().plusSeconds(7200)), null))
			.hasMessageContaining("ya terminó o venció");

		assertThat(this.people.task(number, EXECUTE).getDueDate())
			.isEqualTo(deadline(number, ServiceClock.RESOLUTION).dueAt());
	}

	@Test
	@DisplayName("What begins again with every movement or review has no date of its own to set")
	void notWhatBeginsAgain() {
		CaseNumber number = working(severe());
		this.pauses.pause(number, new UserId("tecnologia"), "SUPPLIER", "El repuesto.");
		this.people.runWhenDue(number, ServiceClock.PAUSE_REVIEW);
		Task review = this.people.task(number, "userTask_reviewPause");
		Date before = review.getDueDate();
		review.setDueDate(Date.from(THURSDAY));

		assertThatThrownBy(() -> this.people.as("supervisor", () -> {
			this.engine.getTaskService().saveTask(review);
			return null;
		})).hasMessageContaining("«Revisión de la pausa»").hasMessageContaining("no se fija a mano");
		assertThatThrownBy(() -> this.clocks.setDue(number, ServiceClock.ACTIVITY, THURSDAY, new UserId("supervisor")))
			.isInstanceOf(ConflictException.class)
			.hasMessageContaining("«Movimiento del caso»");

		assertThat(this.people.task(number, "userTask_reviewPause").getDueDate()).isEqualTo(before);
		assertThat(deadline(number, ServiceClock.ACTIVITY).fixed()).isNull();
	}

	@Test
	@DisplayName("A table that changes meanwhile leaves a running case alone, until its severity or its customer's tier changes")
	void tableChanges() throws Exception {
		CaseNumber number = working(severe());
		CaseNumber unknown = reported(Forms.with(Forms.report("Nadie"), "impact", "LOW", "urgency", "HIGH"));
		Instant before = deadline(number, ServiceClock.RESOLUTION).dueAt();

		withShorterResolution(() -> {
			this.clocks.apply(number);
			this.clocks.recalculate(number, new UserId("supervisor"), "Se comprobó.");
			assertThat(deadline(number, ServiceClock.RESOLUTION).dueAt()).isEqualTo(before);
			assertThat(deadline(number, ServiceClock.RESOLUTION).level().target().duration()).isEqualTo("PT16H");
			// It becomes a severe case of a gold customer only now.
			this.people.complete(unknown, "agente", "userTask_identifyCustomer", Map.of("customer", "NORTE"));
			assertThat(deadline(unknown, ServiceClock.RESOLUTION).level().target().duration()).isEqualTo("PT2H");
			assertThat(deadline(unknown, ServiceClock.RESOLUTION).dueAt())
				.isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(2)));
			assertThat(this.people.due(unknown, ServiceClock.RESOLUTION))
				.isEqualTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(90)));
			assertThat(deadline(reported(severe()), ServiceClock.RESOLUTION).dueAt())
				.isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(2)));
		});

		assertThat(this.serviceLevels.changes(deadline(number, ServiceClock.RESOLUTION).id())).isEmpty();
		assertThat(this.serviceLevels.changes(deadline(unknown, ServiceClock.RESOLUTION).id()))
			.extracting(DeadlineChange::reason)
			.containsExactly("La gravedad pasó de moderada a alta.");
	}

	@Test
	@DisplayName("A table that lets the review of a pause stand still in that pause is refused, with the reason")
	void reviewThatStandsStill() throws Exception {
		String column = "outputEntry_serviceLevels_pauseReviewWhenHigh_mayPause\">\n          <text>";

		withServiceLevels((table) -> table.replace(column + "false", column + "true"), () -> assertThatThrownBy(
				() -> reported(severe()))
			.hasMessageContaining("La tabla de niveles de servicio da un plazo imposible para «Revisión de la "
					+ "pausa», gravedad alta, cliente Oro: mayPause: La revisión de la pausa no puede pararse"));
	}

	private void withShorterResolution(Runnable story) throws Exception {
		withServiceLevels(
				(table) -> table.replace("\"PT16H\"", "\"PT2H\"").replace("&quot;PT16H&quot;", "&quot;PT2H&quot;"),
				story);
	}

	/** Sets the dates that are given, as Tasklist does. */
	private void date(CaseNumber number, String user, Date due, Date followUp) {
		as(user, number, (task) -> {
			if (due != null) {
				task.setDueDate(due);
			}
			if (followUp != null) {
				task.setFollowUpDate(followUp);
			}
		});
	}

	private void as(String user, CaseNumber number, java.util.function.Consumer<Task> change) {
		Task task = this.people.task(number, EXECUTE);
		change.accept(task);
		this.people.as(user, () -> {
			this.engine.getTaskService().saveTask(task);
			return null;
		});
	}

}
