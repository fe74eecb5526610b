package dev.escala.escalation.process;

import java.time.Instant;

import dev.escala.escalation.EndCase;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.escalation.ReopenCase;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.servicelevel.DeadlineChange;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.validation.ConflictException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

abstract class ReopenStories extends EscalationStory {

	private static final String EXECUTE = "userTask_executePlan";

	private static final Instant WEDNESDAY_AT_TEN = Instant.parse("2026-11-25T09:00:00Z");

	@Autowired
	private ReopenCase reopening;

	@Autowired
	private EndCase endings;

	@Autowired
	private EscalationRepository repository;

	@Test
	@DisplayName("A problem that comes back: the work begins again and the resolution counts on without the days resolved")
	void reopened() {
		String number = closed();
		assertThat(deadline(number, ServiceClock.RESOLUTION).dueAt()).isEqualTo("2026-11-30T17:00:00Z");
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);

		this.reopening.reopen(number, "agente", "Vuelven a faltar facturas.");

		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		assertThat(this.escalations.get(number).outcome()).isNull();
		assertThat(this.people.task(number, "userTask_executePlan").getAssignee()).isEqualTo("tecnologia");
		// It was resolved when Monday and Tuesday closed; only Tuesday would have
		// counted.
		assertThat(deadline(number, ServiceClock.RESOLUTION).dueAt()).isEqualTo("2026-12-01T17:00:00Z");
		assertThat(deadline(number, ServiceClock.RESOLUTION).startedAt()).isEqualTo(MONDAY_AT_TEN);
		assertThat(this.people.due(number, ServiceClock.RESOLUTION))
			.isEqualTo(deadline(number, ServiceClock.RESOLUTION).warnAt());
		assertThat(this.serviceLevels.changes(deadline(number, ServiceClock.RESOLUTION).id()))
			.extracting(DeadlineChange::reason)
			.containsExactly("El caso se reabrió.");
		assertThat(watched(number)).containsExactlyInAnyOrder(ServiceClock.RESOLUTION, ServiceClock.UPDATE,
				ServiceClock.ACTIVITY);
		assertThat(this.people.jobs(number)).doesNotContain("event_firstHourEnding", "event_morePartiesNeeded")
			.contains("event_firstUpdateDue");
		this.people.runWhenDue(number, "event_firstUpdateDue");
		assertThat(this.people.tasks(number)).contains("userTask_updateCustomer");
		resolve(number, "tecnologia");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");

		assertThat(this.escalations.get(number).outcome()).isEqualTo(Outcome.CLOSED_WITHOUT_RCA);
		assertThat(this.people.left(number)).isEmpty();
		assertThat(deadline(number, ServiceClock.RESOLUTION).metAt()).isEqualTo(CaseDriver.now());
		assertThat(deadline(number, ServiceClock.RESOLUTION).breachedAt()).isNull();
	}

	@Test
	@DisplayName("What was breached before stays breached, and is not told again")
	void breachedStaysBreached() {
		String number = working(moderate());
		this.people.miss(number, ServiceClock.RESOLUTION);
		Instant breachedAt = deadline(number, ServiceClock.RESOLUTION).breachedAt();
		int told = told(number, "breach-RESOLUTION-1").size();
		resolve(number, "tecnologia");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
		CaseDriver.travelTo(CaseDriver.now().plusSeconds(3600));

		this.reopening.reopen(number, "agente", "Vuelven a faltar facturas.");

		assertThat(deadline(number, ServiceClock.RESOLUTION).breachedAt()).isEqualTo(breachedAt);
		assertThat(deadline(number, ServiceClock.RESOLUTION).isOpen()).isTrue();
		assertThat(watched(number)).doesNotContain(ServiceClock.RESOLUTION);
		assertThat(told(number, "breach-RESOLUTION-1")).hasSize(told).isNotEmpty();
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
	}

	@Test
	@DisplayName("A case that lost its owner before it was closed is reopened into the queue of its group")
	void withoutAnOwner() {
		String number = closed();
		this.repository.set(number, "owner_id = NULL");

		this.reopening.reopen(number, "agente", "Vuelven a faltar facturas.");

		assertThat(this.people.task(number, EXECUTE).getAssignee()).isNull();
		assertThat(this.people.groups(number, EXECUTE)).containsExactlyInAnyOrder("technology", "supervisors");
		this.people.runWhenDue(number, ServiceClock.ACTIVITY);
		assertThat(this.outbox.of(number)).noneMatch((message) -> message.step().startsWith("untouched-"));
		this.people.complete(number, "tecnologia", EXECUTE, Forms.progress("done"));
		assertThat(this.escalations.get(number).ownerId()).isEqualTo("tecnologia");
	}

	@Test
	@DisplayName("Only a case that was closed is reopened")
	void refused() {
		String open = working(moderate());
		String withdrawn = reported(moderate());
		this.endings.withdraw(withdrawn, "agente", "Era una prueba.");

		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.reopening.reopen(open, "agente", "Otra vez."))
			.withMessageContaining("No se puede reabrir");
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.reopening.reopen(withdrawn, "agente", "Otra vez."))
			.withMessageContaining("Solo se reabre un caso cerrado");
		String closed = closed();
		this.reopening.reopen(closed, "agente", "Otra vez.");
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.reopening.reopen(closed, "agente", "Otra vez."))
			.withMessageContaining("No se puede reabrir");
	}

	/** A case that was resolved and closed on Monday at four in the afternoon. */
	private String closed() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		String number = working(moderate());
		CaseDriver.travelTo(Instant.parse("2026-11-23T15:00:00Z"));
		resolve(number, "tecnologia");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
		return number;
	}

}
