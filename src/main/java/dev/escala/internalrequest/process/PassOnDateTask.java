package dev.escala.internalrequest.process;

import dev.escala.engine.CompletedTask;
import dev.escala.internalrequest.CloseRequest;

import org.springframework.stereotype.Component;

/** The one who asked tells the other side the new date (000-29). */
@Component
class PassOnDateTask extends PassOnTask {

	private final CloseRequest closing;

	PassOnDateTask(RequestFacts facts, CloseRequest closing) {
		super(InternalRequestProcess.PASS_ON_DATE, facts);
		this.closing = closing;
	}

	@Override
	public void complete(CompletedTask task) {
		this.closing.passOnDate(task.caseNumber(), task.userId(), task.text("dateReaction"), task.text("dateSaid"));
	}

}
