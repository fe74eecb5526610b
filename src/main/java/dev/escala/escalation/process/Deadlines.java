package dev.escala.escalation.process;

import java.util.Date;

import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.servicelevel.ServiceLevels;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * What the timers of the models ask: {@code ${deadlines.due(execution, 'ANSWER')}}. They
 * read the stored date; one that is missing is an error, never a missing timer.
 */
@Component("deadlines")
public class Deadlines {

	private final ServiceLevels serviceLevels;

	Deadlines(ServiceLevels serviceLevels) {
		this.serviceLevels = serviceLevels;
	}

	/** When the clock is over. */
	public Date due(DelegateExecution execution, String clock) {
		String number = execution.getProcessBusinessKey();
		return Date.from(this.serviceLevels.find(number, ServiceClock.valueOf(clock))
			.map(Deadline::dueAt)
			.orElseThrow(() -> new IllegalStateException(number + " has no clock " + clock)));
	}

	/** When the clock is about to be over. */
	public Date warning(DelegateExecution execution, String clock) {
		return Date.from(this.serviceLevels.warningAt(execution.getProcessBusinessKey(), ServiceClock.valueOf(clock)));
	}

}
