package dev.escala.rootcause.process;

import dev.escala.engine.AsSystem;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.owner.task.OwnerVariables;
import dev.escala.reference.Reference;
import dev.escala.rootcause.AnalysisProcess;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** The process on its own, for a case whose own process is over. */
@Component
class StandaloneAnalysis implements AnalysisProcess {

	private final RuntimeService runtime;

	private final AsSystem system;

	private final Matters matters;

	StandaloneAnalysis(RuntimeService runtime, AsSystem system, Matters matters) {
		this.runtime = runtime;
		this.system = system;
		this.matters = matters;
	}

	@Override
	public void start(Matter matter) {
		this.system.run(() -> this.runtime.createProcessInstanceByKey(RootCauseProcess.KEY)
			.businessKey(matter.number().value())
			.setVariables(this.matters.variables(matter.number()))
			.setVariable(OwnerVariables.OWNER_ID, Reference.valueOrNull(matter.ownerId()))
			.setVariable(RootCauseProcess.RCA_DONE, false)
			.execute());
	}

}
