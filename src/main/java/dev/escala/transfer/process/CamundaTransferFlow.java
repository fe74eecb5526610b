package dev.escala.transfer.process;

import dev.escala.engine.AsSystem;
import dev.escala.transfer.TransferFlow;
import dev.escala.matter.Matters;
import dev.escala.matter.process.ProcessesBeside;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** Talks to the engine about reviews of transfers. */
@Component
class CamundaTransferFlow implements TransferFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final ProcessesBeside beside;

	private final AsSystem asSystem;

	CamundaTransferFlow(RuntimeService runtime, Matters matters, ProcessesBeside beside, AsSystem asSystem) {
		this.runtime = runtime;
		this.matters = matters;
		this.beside = beside;
		this.asSystem = asSystem;
	}

	@Override
	public void askToReview(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(TransferReviewProcess.KEY)
			.businessKey(number.value())
			.setVariables(this.matters.variables(number))
			.execute());
	}

	@Override
	public void endReviews(CaseNumber number) {
		this.asSystem.run(() -> this.beside.end(number, TransferReviewProcess.KEY,
				number + " terminó: sus traspasos ya no hay que revisarlos."));
	}

}
