package dev.escala.complaint.process.task;

import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.CompletedTask;
import dev.escala.owner.MatterOwner;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** Somebody decides what becomes of what the customer asked for. */
@Component
class DecideComplaintTask extends ComplaintTask {

	private final ComplaintProgress progress;

	DecideComplaintTask(ComplaintTerms terms, MatterOwner owner, ComplaintProgress progress) {
		super("userTask_decideComplaint", terms, owner);
		this.progress = progress;
	}

	@Override
	public void complete(CompletedTask task) {
		Fields fields = new Fields();
		Answer answer = fields.oneOf("complaintDecision", "qué se decide", task.text("complaintDecision"), Answer.class,
				null);
		fields.done();
		this.progress.decided(task.caseNumber(), task.userId(), ComplaintOutcome.valueOf(answer.name()));
	}

	private enum Answer {

		PUT_RIGHT, PARTLY, REFUSED

	}

}
