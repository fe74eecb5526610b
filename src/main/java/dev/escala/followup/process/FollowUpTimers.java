package dev.escala.followup.process;

import java.util.Date;

import dev.escala.engine.variable.ProcessVariables;
import dev.escala.followup.MakeFollowUpCall;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** What the timer of the model asks: {@code ${followUpTimers.next(execution)}}. */
@Component("followUpTimers")
public class FollowUpTimers {

	private final MakeFollowUpCall calls;

	FollowUpTimers(MakeFollowUpCall calls) {
		this.calls = calls;
	}

	/** When somebody tries again. */
	public Date next(DelegateExecution execution) {
		return Date.from(this.calls.nextAt(id(execution)));
	}

	static long id(DelegateExecution execution) {
		return ProcessVariables.required(execution, FollowUpCallProcess.ID, Long.class);
	}

}
