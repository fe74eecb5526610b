package dev.escala.internalrequest.process;

import dev.escala.engine.CompletedTask;
import dev.escala.internalrequest.AnswerRequest;

import org.springframework.stereotype.Component;

/** The one who asked says what was missing. */
@Component
class CompleteRequestTask extends RequestTask {

	private final AnswerRequest answers;

	CompleteRequestTask(RequestFacts facts, AnswerRequest answers) {
		super(InternalRequestProcess.COMPLETE, true, facts);
		this.answers = answers;
	}

	@Override
	public void complete(CompletedTask task) {
		this.answers.complete(task.caseNumber(), task.userId(), task.text("completion"));
	}

}
