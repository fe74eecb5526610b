package dev.escala.observation.process;

import dev.escala.engine.AsSystem;
import dev.escala.matter.Matters;
import dev.escala.observation.Observation;
import dev.escala.observation.ObservationFlow;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * Talks to the engine for observations. A process that somebody took away by hand keeps
 * no matter from being reopened: whoever tells it something finds nobody.
 */
@Component
class CamundaObservationFlow implements ObservationFlow {

	private final RuntimeService runtime;

	private final Matters matters;

	private final AsSystem asSystem;

	CamundaObservationFlow(RuntimeService runtime, Matters matters, AsSystem asSystem) {
		this.runtime = runtime;
		this.matters = matters;
		this.asSystem = asSystem;
	}

	@Override
	public void begin(CaseNumber number) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(ObservedCaseProcess.KEY)
			.businessKey(number.value())
			.setVariables(this.matters.variables(number))
			.execute());
	}

	@Override
	public void agreed(Observation observation) {
		tell(observation, ObservedCaseProcess.MESSAGE_AGREED);
	}

	@Override
	public void reopened(Observation observation) {
		tell(observation, ObservedCaseProcess.MESSAGE_REOPENED);
	}

	private void tell(Observation observation, String message) {
		this.asSystem.run(() -> this.runtime.createMessageCorrelation(message)
			.processInstanceBusinessKey(observation.caseNumber().value())
			.processInstanceVariableEquals(ObservedCaseProcess.OBSERVATION_ID, observation.id())
			.correlateAll());
	}

}
