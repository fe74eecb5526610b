package dev.escala.promise.process;

import java.util.Map;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.promise.Estimate;
import dev.escala.promise.MakePromise;

import org.springframework.stereotype.Component;

/** The owner estimates, and confirms that the date can be kept (003-05, 004-52). */
@Component
class EstimateDateTask extends PromiseTask {

	private static final String CONTENT = "promiseContent";

	private final PromiseFacts facts;

	private final MakePromise making;

	EstimateDateTask(PromiseFacts facts, MakePromise making) {
		super(PromiseProcess.ESTIMATE, false, facts);
		this.facts = facts;
		this.making = making;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of(CONTENT, this.facts.content(scope));
	}

	@Override
	public void complete(CompletedTask task) {
		this.making.estimate(PromiseFacts.id(task.scope()), task.userId(),
				Estimate.of(task.text(CONTENT), task.number("estimateHours"), task.text("complexity"),
						task.flag("capabilityConfirmed"), task.text("alternative"), task.number("alternativeHours"),
						null, false));
	}

}
