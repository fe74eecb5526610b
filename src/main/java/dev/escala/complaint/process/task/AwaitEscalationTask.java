package dev.escala.complaint.process.task;

import dev.escala.complaint.course.AwaitEscalation;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.CompletedTask;
import dev.escala.owner.MatterOwner;

import org.springframework.stereotype.Component;

/**
 * Somebody keeps an eye on the escalation that a complaint waits for, and lets the
 * complaint go on without it where it does not come in time.
 */
@Component
class AwaitEscalationTask extends ComplaintTask {

	private final AwaitEscalation waiting;

	AwaitEscalationTask(ComplaintTerms terms, MatterOwner owner, AwaitEscalation waiting) {
		super("userTask_awaitEscalation", terms, owner);
		this.waiting = waiting;
	}

	@Override
	public void complete(CompletedTask task) {
		this.waiting.goOn(task.caseNumber(), task.userId(), task.text("goOnReason"));
	}

}
