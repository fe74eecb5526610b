package dev.escala.commitment.process;

import dev.escala.commitment.Commitment;
import dev.escala.commitment.Commitments;
import dev.escala.commitment.CoverageCheck;
import dev.escala.internalrequest.RequestVariables;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.Reference;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The business rule task of {@code commitment-gate.bpmn}. */
@Configuration(proxyBeanMethods = false)
class CommitmentDelegates {

	@Bean
	JavaDelegate checkCoverage(CoverageCheck coverage, Commitments commitments) {
		return (execution) -> {
			Commitment commitment = commitments.get(new CaseNumber(execution.getProcessBusinessKey()));
			execution.setVariable(CommitmentGateProcess.COVERAGE, coverage.coverage(commitment).state().name());
			// By it the answer finds the gates that wait for it.
			execution.setVariable(RequestVariables.REQUEST_NUMBER, Reference.valueOrNull(commitment.requestNumber()));
		};
	}

}
