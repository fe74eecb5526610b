package dev.escala.clock.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import dev.escala.clock.ClockFlow;
import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the timers of the models ask: {@code ${deadlines.due(execution, 'ANSWER')}}, or in
 * a process that watches one clock {@code ${deadlines.watchedDue(execution)}}. They read
 * the stored date and keep others from moving it until the timer is armed; one that is
 * missing is an error, never a missing timer.
 */
@Component("deadlines")
public class Deadlines {

	/** After this, a timer looks again at a clock that stands still. */
	private static final Duration LOOK_AGAIN = Duration.ofHours(1);

	private static final Duration NEVER_BEGUN = Duration.ofDays(3653);

	private final ServiceLevels serviceLevels;

	private final ClockFlow flow;

	private final Clock clock;

	Deadlines(ServiceLevels serviceLevels, ClockFlow flow, Clock clock) {
		this.serviceLevels = serviceLevels;
		this.flow = flow;
		this.clock = clock;
	}

	/** When the clock is over. */
	public Date due(DelegateExecution execution, String clock) {
		Deadline deadline = kept(deadline(execution, clock));
		return date(deadline, deadline.dueAt());
	}

	/**
	 * When the clock is about to be over. That of the updates begins with the answer:
	 * until then its timer waits for a date that it moves to when it begins.
	 */
	public Date warning(DelegateExecution execution, String clock) {
		if (isStillToBegin(execution, clock)) {
			return Date.from(this.clock.instant().plus(NEVER_BEGUN));
		}
		Deadline deadline = kept(deadline(execution, clock));
		return date(deadline, deadline.warnAt());
	}

	/** When the clock that this process watches is over. */
	public Date watchedDue(DelegateExecution execution) {
		Deadline watched = kept(watched(execution));
		return date(watched, watched.dueAt());
	}

	/** When the clock that this process watches is about to be over. */
	public Date watchedWarning(DelegateExecution execution) {
		Deadline watched = kept(watched(execution));
		return date(watched, watched.warnAt());
	}

	/** The clock that a process watches; also of one that was called by its name only. */
	public Deadline watched(DelegateExecution execution) {
		return Optional.ofNullable((Long) execution.getVariable(ClockVariables.DEADLINE_ID))
			.flatMap(this.serviceLevels::find)
			.orElseGet(() -> deadline(execution, (String) execution.getVariable(ClockVariables.CLOCK)));
	}

	private boolean isStillToBegin(DelegateExecution execution, String clock) {
		CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
		return ServiceClock.UPDATE.name().equals(clock)
				&& this.serviceLevels.find(number, ServiceClock.UPDATE).isEmpty()
				&& this.serviceLevels.find(number, ServiceClock.ANSWER).filter(Deadline::isOpen).isPresent();
	}

	private Deadline deadline(DelegateExecution execution, String clock) {
		CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
		return this.serviceLevels.find(number, ServiceClock.valueOf(clock))
			.orElseThrow(() -> new IllegalStateException(number + " has no clock " + clock));
	}

	private Deadline kept(Deadline deadline) {
		return this.serviceLevels.forTimer(deadline.id()).orElseThrow();
	}

	private Date date(Deadline deadline, Instant date) {
		if (deadline.isPaused()) {
			haltOnceArmed(deadline.caseNumber());
		}
		Instant again = this.clock.instant().plus(LOOK_AGAIN);
		return Date.from((deadline.isPaused() && date.isBefore(again)) ? again : date);
	}

	/** The engine arms every timer as one that runs: this one has to stand still. */
	private void haltOnceArmed(CaseNumber number) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void beforeCommit(boolean readOnly) {
					Deadlines.this.flow.syncTimers(number);
				}

			});
		}
	}

}
