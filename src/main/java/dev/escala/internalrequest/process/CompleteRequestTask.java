package dev.escala.internalrequest.process;

import java.util.Optional;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.internalrequest.AnswerRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.RequestNote;

import org.springframework.stereotype.Component;

/** The one who asked says what was missing. */
@Component
class CompleteRequestTask extends RequestTask {

	private final AnswerRequest answers;

	private final InternalRequests requests;

	CompleteRequestTask(RequestFacts facts, AnswerRequest answers, InternalRequests requests) {
		super(InternalRequestProcess.COMPLETE, true, facts);
		this.answers = answers;
		this.requests = requests;
	}

	@Override
	public Optional<Returned> returned(TaskScope scope) {
		return this.requests.latest(scope.caseNumber(), RequestNote.Kind.QUESTION)
			.map((question) -> new Returned(question.author(), question.text()));
	}

	@Override
	public void complete(CompletedTask task) {
		this.answers.complete(task.caseNumber(), task.userId(), task.text("completion"));
	}

}
