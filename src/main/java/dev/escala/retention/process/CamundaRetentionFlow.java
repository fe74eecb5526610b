package dev.escala.retention.process;

import java.util.HashMap;
import java.util.Map;

import dev.escala.engine.AsSystem;
import dev.escala.matter.Matters;
import dev.escala.matter.process.CarryingProcess;
import dev.escala.owner.task.OwnerVariables;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.Reference;
import dev.escala.retention.RetentionCase;
import dev.escala.retention.RetentionFlow;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.stereotype.Component;

/** Talks to the engine for cases of leaving customers. */
@Component
class CamundaRetentionFlow implements RetentionFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final CarryingProcess carrying;

	private final AsSystem asSystem;

	CamundaRetentionFlow(RuntimeService runtime, Matters matters, CarryingProcess carrying, AsSystem asSystem) {
		this.runtime = runtime;
		this.matters = matters;
		this.carrying = carrying;
		this.asSystem = asSystem;
	}

	@Override
	public void start(RetentionCase one) {
		Map<String, Object> variables = new HashMap<>(this.matters.variables(one.number()));
		variables.put(OwnerVariables.OWNER_ID, Reference.valueOrNull(one.ownerId()));
		ProcessInstance instance = this.asSystem
			.call(() -> this.runtime.createProcessInstanceByKey(CustomerRetentionProcess.KEY)
				.businessKey(one.number().value())
				.setVariables(variables)
				.execute());
		if (!this.matters.bind(one.number(), instance.getId())) {
			throw new ConflictException(one.number() + " ya está en marcha.");
		}
	}

	@Override
	public void bought(CaseNumber number) {
		this.asSystem.run(() -> this.carrying.tell(number, CustomerRetentionProcess.MESSAGE_BOUGHT));
	}

}
