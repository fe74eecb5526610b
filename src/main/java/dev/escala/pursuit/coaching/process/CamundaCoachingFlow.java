package dev.escala.pursuit.coaching.process;

import dev.escala.engine.AsSystem;
import dev.escala.pursuit.coaching.CoachingFlow;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** Talks to the engine for practices. */
@Component
class CamundaCoachingFlow implements CoachingFlow {

	private final RuntimeService runtime;

	private final AsSystem asSystem;

	CamundaCoachingFlow(RuntimeService runtime, AsSystem asSystem) {
		this.runtime = runtime;
		this.asSystem = asSystem;
	}

	@Override
	public void start(long id) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(CoachingProcess.KEY)
			.setVariable(CoachingProcess.COACHING, id)
			.execute());
	}

}
