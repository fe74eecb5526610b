package dev.escala.rootcause.process;

import dev.escala.reference.CaseNumber;
import dev.escala.rootcause.RootCauseAnalyses;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Queues the analysis for the customer. */
@Component("sendRca")
class SendRca implements JavaDelegate {

	private final RootCauseAnalyses analyses;

	SendRca(RootCauseAnalyses analyses) {
		this.analyses = analyses;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.analyses.share(new CaseNumber(execution.getProcessBusinessKey()));
		execution.setVariable(RootCauseProcess.RCA_DONE, true);
	}

}
