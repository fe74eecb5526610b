package dev.escala.internalrequest.process;

import java.time.Instant;
import java.util.Optional;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.internalrequest.CloseRequest;

import org.springframework.stereotype.Component;

/** The one who asked tells the other side the new date (000-29). */
@Component
class PassOnDateTask extends RequestTask {

	private final RequestFacts facts;

	private final CloseRequest closing;

	PassOnDateTask(RequestFacts facts, CloseRequest closing) {
		super(InternalRequestProcess.PASS_ON_DATE, true, facts);
		this.facts = facts;
		this.closing = closing;
	}

	@Override
	public Optional<Instant> dueAt(TaskScope scope) {
		return this.facts.promisedAt(scope);
	}

	@Override
	public void complete(CompletedTask task) {
		this.closing.passOnDate(task.caseNumber(), task.userId(), task.text("dateReaction"), task.text("dateSaid"));
	}

}
