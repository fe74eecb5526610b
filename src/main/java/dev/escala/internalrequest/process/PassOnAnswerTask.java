package dev.escala.internalrequest.process;

import java.time.Instant;
import java.util.Optional;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.internalrequest.CloseRequest;

import org.springframework.stereotype.Component;

/** The one who asked gives the other side the answer; a promise is kept by it. */
@Component
class PassOnAnswerTask extends RequestTask {

	private final RequestFacts facts;

	private final CloseRequest closing;

	PassOnAnswerTask(RequestFacts facts, CloseRequest closing) {
		super(InternalRequestProcess.PASS_ON_ANSWER, true, facts);
		this.facts = facts;
		this.closing = closing;
	}

	@Override
	public Optional<Instant> dueAt(TaskScope scope) {
		return this.facts.promisedAt(scope);
	}

	@Override
	public void complete(CompletedTask task) {
		this.closing.passOn(task.caseNumber(), task.userId(), task.text("toldText"), task.text("overrideReason"));
	}

}
