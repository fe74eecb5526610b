package dev.escala.pursuit.coaching.process;

import java.util.Date;

import dev.escala.pursuit.coaching.Coachings;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * What the timer of the model asks: {@code ${coachingTimers.secondLook(execution)}}.
 */
@Component("coachingTimers")
public class CoachingTimers {

	private final Coachings coachings;

	CoachingTimers(Coachings coachings) {
		this.coachings = coachings;
	}

	/** When they look again. */
	public Date secondLook(DelegateExecution execution) {
		return Date
			.from(this.coachings.secondLook(((Number) execution.getVariable(CoachingProcess.COACHING)).longValue()));
	}

}
