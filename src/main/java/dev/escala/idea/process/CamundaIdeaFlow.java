package dev.escala.idea.process;

import dev.escala.engine.AsSystem;
import dev.escala.idea.IdeaFlow;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** Talks to the engine for ideas. */
@Component
class CamundaIdeaFlow implements IdeaFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final AsSystem asSystem;

	CamundaIdeaFlow(RuntimeService runtime, Matters matters, AsSystem asSystem) {
		this.runtime = runtime;
		this.matters = matters;
		this.asSystem = asSystem;
	}

	@Override
	public void start(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(IdeaProcess.KEY)
			.businessKey(number.value())
			.setVariables(this.matters.variables(number))
			.execute());
	}

}
