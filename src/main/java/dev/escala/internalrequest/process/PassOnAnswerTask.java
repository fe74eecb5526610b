package dev.escala.internalrequest.process;

import dev.escala.engine.CompletedTask;
import dev.escala.internalrequest.CloseRequest;

import org.springframework.stereotype.Component;

/** The one who asked gives the other side the answer; a promise is kept by it. */
@Component
class PassOnAnswerTask extends PassOnTask {

	private final CloseRequest closing;

	PassOnAnswerTask(RequestFacts facts, CloseRequest closing) {
		super(InternalRequestProcess.PASS_ON_ANSWER, facts);
		this.closing = closing;
	}

	@Override
	public void complete(CompletedTask task) {
		this.closing.passOn(task.caseNumber(), task.userId(), task.text("toldText"), task.text("overrideReason"));
	}

}
