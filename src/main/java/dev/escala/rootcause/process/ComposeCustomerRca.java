package dev.escala.rootcause.process;

import dev.escala.reference.CaseNumber;
import dev.escala.rootcause.RootCauseAnalyses;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Composes what the customer reads from the internal analysis. */
@Component("composeCustomerRca")
class ComposeCustomerRca implements JavaDelegate {

	private final RootCauseAnalyses analyses;

	ComposeCustomerRca(RootCauseAnalyses analyses) {
		this.analyses = analyses;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.analyses.compose(new CaseNumber(execution.getProcessBusinessKey()));
	}

}
