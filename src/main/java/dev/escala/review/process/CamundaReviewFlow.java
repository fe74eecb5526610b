package dev.escala.review.process;

import dev.escala.engine.AsSystem;
import dev.escala.review.ReviewFlow;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * Talks to the engine for reviews. Their processes belong to no case and have no business
 * key.
 */
@Component
class CamundaReviewFlow implements ReviewFlow {

	private final RuntimeService runtime;

	private final AsSystem asSystem;

	CamundaReviewFlow(RuntimeService runtime, AsSystem asSystem) {
		this.runtime = runtime;
		this.asSystem = asSystem;
	}

	@Override
	public void begin(long review) {
		this.asSystem.run(() -> this.runtime.createProcessInstanceByKey(MonthlyReviewProcess.KEY)
			.setVariable(MonthlyReviewProcess.REVIEW, review)
			.execute());
	}

	@Override
	public boolean isUnderWay(long review) {
		return this.asSystem.call(() -> this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(MonthlyReviewProcess.KEY)
			.variableValueEquals(MonthlyReviewProcess.REVIEW, review)
			.count() > 0);
	}

}
