package dev.escala.followup.process;

import java.util.Map;

import dev.escala.engine.AsSystem;
import dev.escala.followup.FollowUp;
import dev.escala.followup.FollowUpFlow;
import dev.escala.matter.Matters;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * Talks to the engine for calls. They go on although their matter is over; those after a
 * purchase belong to none and have no business key.
 */
@Component
class CamundaFollowUpFlow implements FollowUpFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final AsSystem asSystem;

	CamundaFollowUpFlow(RuntimeService runtime, Matters matters, AsSystem asSystem) {
		this.runtime = runtime;
		this.matters = matters;
		this.asSystem = asSystem;
	}

	@Override
	public void start(FollowUp followUp) {
		boolean ofMatter = followUp.caseNumber() != null;
		Map<String, Object> variables = ofMatter ? this.matters.variables(followUp.caseNumber()) : Map.of();
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(FollowUpCallProcess.KEY)
			.businessKey(ofMatter ? followUp.source() : null)
			.setVariables(variables)
			.setVariable(FollowUpCallProcess.ID, followUp.id())
			.execute());
	}

}
