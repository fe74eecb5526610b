package dev.escala.call.process;

import dev.escala.call.CallFlow;
import dev.escala.engine.AsSystem;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * Talks to the engine for calls. They go on when their case is over: what is told last is
 * told too.
 */
@Component
class CamundaCallFlow implements CallFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final AsSystem asSystem;

	CamundaCallFlow(RuntimeService runtime, Matters matters, AsSystem asSystem) {
		this.runtime = runtime;
		this.matters = matters;
		this.asSystem = asSystem;
	}

	@Override
	public void start(CaseNumber number, long callId) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(CustomerCallProcess.KEY)
			.businessKey(number.value())
			.setVariables(this.matters.variables(number))
			.setVariable(CustomerCallProcess.CALL_ID, callId)
			.execute());
	}

	@Override
	public void end(CaseNumber number, long callId) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(number.value())
			.processDefinitionKey(CustomerCallProcess.KEY)
			.variableValueEquals(CustomerCallProcess.CALL_ID, callId)
			.list()
			.forEach((call) -> this.runtime.deleteProcessInstance(call.getId(),
					"Hay novedades más recientes que contar.")));
	}

}
