package dev.escala.pursuit.process;

import java.time.Instant;
import java.util.Date;

import dev.escala.pursuit.Pursuits;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** What the timers of the models ask: {@code ${pursuitTimers.contactDue(execution)}}. */
@Component("pursuitTimers")
public class PursuitTimers {

	private final Pursuits pursuits;

	PursuitTimers(Pursuits pursuits) {
		this.pursuits = pursuits;
	}

	/** When somebody is called again, as agreed with them. */
	public Date contactDue(DelegateExecution execution) {
		CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
		Instant agreed = this.pursuits.get(number).plan().resumeAt();
		if (agreed == null) {
			throw new IllegalStateException("No date is agreed: " + number);
		}
		return Date.from(agreed);
	}

}
