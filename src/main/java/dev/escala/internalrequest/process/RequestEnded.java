package dev.escala.internalrequest.process;

import dev.escala.internalrequest.CloseRequest;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.stereotype.Component;

/** The process of a request is over, whichever way: an answered one is closed. */
@Component("requestEnded")
class RequestEnded implements ExecutionListener {

	private final CloseRequest closing;

	RequestEnded(CloseRequest closing) {
		this.closing = closing;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.closing.close(new CaseNumber(execution.getProcessBusinessKey()), execution.getProcessInstanceId());
	}

}
