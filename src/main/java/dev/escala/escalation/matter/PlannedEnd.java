package dev.escala.escalation.matter;

import java.time.Instant;
import java.util.Optional;

import dev.escala.calendar.Calendars;
import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.clock.UnmeasurableException;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Target;
import dev.escala.escalation.ActionPlan;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * When the plan of a case says that it is done, in working days of the case's calendar.
 */
@Component
class PlannedEnd {

	private final Escalations escalations;

	private final ServiceLevels serviceLevels;

	private final Calendars calendars;

	PlannedEnd(Escalations escalations, ServiceLevels serviceLevels, Calendars calendars) {
		this.escalations = escalations;
		this.serviceLevels = serviceLevels;
		this.calendars = calendars;
	}

	/**
	 * The end of the plan, where it lies beyond what was agreed for the solution: then
	 * the agreed date is none that anybody works towards.
	 */
	Optional<Instant> beyondAgreed(CaseNumber number) {
		Optional<Instant> agreed = this.serviceLevels.find(number, ServiceClock.RESOLUTION)
			.filter((clock) -> clock.isMovable() && !clock.isPaused())
			.map(Deadline::dueAt);
		return agreed.flatMap((due) -> end(number).filter((planned) -> planned.isAfter(due)));
	}

	private Optional<Instant> end(CaseNumber number) {
		Escalation escalation = this.escalations.get(number);
		return this.escalations.pendingPlan(number)
			.or(() -> this.escalations.latestPlan(number))
			.flatMap((plan) -> end(escalation, plan));
	}

	private Optional<Instant> end(Escalation escalation, ActionPlan plan) {
		try {
			return Optional.of(Countdown.end(this.calendars.effective(escalation.groupId(), escalation.customerId()),
					plan.writtenAt(), Target.workingDays(plan.workingDays())));
		}
		catch (UnmeasurableException ex) {
			return Optional.empty();
		}
	}

}
