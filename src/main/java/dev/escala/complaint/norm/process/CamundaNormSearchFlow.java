package dev.escala.complaint.norm.process;

import dev.escala.complaint.norm.NormSearchFlow;
import dev.escala.engine.AsSystem;
import dev.escala.matter.Matters;
import dev.escala.matter.process.ProcessesBeside;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** Talks to the engine about searches for a norm. */
@Component
class CamundaNormSearchFlow implements NormSearchFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final ProcessesBeside beside;

	private final AsSystem asSystem;

	CamundaNormSearchFlow(RuntimeService runtime, Matters matters, ProcessesBeside beside, AsSystem asSystem) {
		this.runtime = runtime;
		this.matters = matters;
		this.beside = beside;
		this.asSystem = asSystem;
	}

	@Override
	public void askToFind(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(NormSearchProcess.KEY)
			.businessKey(number.value())
			.setVariables(this.matters.variables(number))
			.execute());
	}

	@Override
	public void endSearch(CaseNumber number) {
		this.asSystem.run(() -> this.beside.end(number, NormSearchProcess.KEY,
				number + " terminó: ya no hay que buscar su norma."));
	}

}
