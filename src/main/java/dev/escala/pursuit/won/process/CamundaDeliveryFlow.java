package dev.escala.pursuit.won.process;

import dev.escala.engine.AsSystem;
import dev.escala.matter.Matters;
import dev.escala.pursuit.won.DeliveryFlow;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** Talks to the engine for deliveries. */
@Component
class CamundaDeliveryFlow implements DeliveryFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final AsSystem asSystem;

	CamundaDeliveryFlow(RuntimeService runtime, Matters matters, AsSystem asSystem) {
		this.runtime = runtime;
		this.matters = matters;
		this.asSystem = asSystem;
	}

	@Override
	public void start(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(DeliveryProcess.KEY)
			.businessKey(number.value())
			.setVariables(this.matters.variables(number))
			.execute());
	}

}
