package dev.escala.complaint.attention.process;

import java.util.Date;

import dev.escala.complaint.attention.AskAttention;
import dev.escala.engine.variable.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/** What the timers of the model ask: {@code ${callBackTimers.near(execution)}}. */
@Component("callBackTimers")
public class CallBackTimers {

	private final AskAttention requests;

	CallBackTimers(AskAttention requests) {
		this.requests = requests;
	}

	/** When the supervisors are reminded. */
	public Date near(DelegateExecution execution) {
		return Date.from(this.requests.get(id(execution)).remindAt());
	}

	/** When the day is over. */
	public Date late(DelegateExecution execution) {
		return Date.from(this.requests.get(id(execution)).dueAt());
	}

	static long id(DelegateExecution execution) {
		return ProcessVariables.required(execution, CallBackProcess.REQUEST_ID, Long.class);
	}

}
