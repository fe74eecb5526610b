package dev.escala.escalation.process;

import dev.escala.escalation.course.CaseProgress;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.stereotype.Component;

/** The phase of the work begins, once the plan and every customer are told (001-19). */
@Component
class WorkBegins implements ExecutionListener {

	private final CaseProgress progress;

	WorkBegins(CaseProgress progress) {
		this.progress = progress;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.progress.workBegins(new CaseNumber(execution.getProcessBusinessKey()));
	}

}
