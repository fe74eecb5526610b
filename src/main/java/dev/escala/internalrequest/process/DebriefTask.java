package dev.escala.internalrequest.process;

import dev.escala.engine.CompletedTask;
import dev.escala.internalrequest.CloseRequest;

import org.springframework.stereotype.Component;

/** Both departments say what they learned from working together (004-80). */
@Component
class DebriefTask extends RequestTask {

	private final CloseRequest closing;

	DebriefTask(RequestFacts facts, CloseRequest closing) {
		super(InternalRequestProcess.DEBRIEF, true, facts);
		this.closing = closing;
	}

	@Override
	public void complete(CompletedTask task) {
		this.closing.debrief(task.caseNumber(), task.userId(), task.text("wentWell"), task.text("wentBadly"),
				task.text("nextTime"));
	}

}
