package dev.escala.commitment.process;

import dev.escala.commitment.Commitments;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.stereotype.Component;

/** The process is over: what nobody committed to nor gave up was not allowed. */
@Component("commitmentEnded")
class CommitmentEnded implements ExecutionListener {

	private final Commitments commitments;

	CommitmentEnded(Commitments commitments) {
		this.commitments = commitments;
	}

	@Override
	public void notify(DelegateExecution execution) {
		this.commitments.closeRefused(new CaseNumber(execution.getProcessBusinessKey()),
				execution.getProcessInstanceId());
	}

}
