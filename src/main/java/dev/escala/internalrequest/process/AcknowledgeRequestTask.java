package dev.escala.internalrequest.process;

import java.time.Instant;
import java.util.Optional;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.internalrequest.AnswerRequest;

import org.springframework.stereotype.Component;

/** Somebody of the group says that they have the request (000-27). */
@Component
class AcknowledgeRequestTask extends RequestTask {

	private final RequestFacts facts;

	private final AnswerRequest answers;

	AcknowledgeRequestTask(RequestFacts facts, AnswerRequest answers) {
		super(InternalRequestProcess.ACKNOWLEDGE, false, facts);
		this.facts = facts;
		this.answers = answers;
	}

	@Override
	public Optional<Instant> dueAt(TaskScope scope) {
		return Optional.ofNullable(this.facts.request(scope).acknowledgeDue());
	}

	@Override
	public void complete(CompletedTask task) {
		this.answers.acknowledge(task.caseNumber(), task.userId(), task.text("acknowledgement"));
	}

}
