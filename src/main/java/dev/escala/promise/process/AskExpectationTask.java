package dev.escala.promise.process;

import dev.escala.engine.CompletedTask;
import dev.escala.promise.MakePromise;

import org.springframework.stereotype.Component;

/** The owner asks what the customer expects, before our date is said (003-03). */
@Component
class AskExpectationTask extends PromiseTask {

	private final MakePromise making;

	AskExpectationTask(PromiseFacts facts, MakePromise making) {
		super(PromiseProcess.ASK, false, facts);
		this.making = making;
	}

	@Override
	public void complete(CompletedTask task) {
		this.making.noteExpectation(PromiseFacts.id(task.scope()), task.userId(), task.text("expectation"),
				task.text("expectedPriority"), task.text("expectedDate"));
	}

}
