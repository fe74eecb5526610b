package dev.escala.complaint.process.task;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.complaint.course.AssessComplaint;
import dev.escala.complaint.course.CompleteComplaint;
import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.process.ComplaintProcess;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.CompletedTask;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** Somebody reads a complaint and says what it is about, and whether all is there. */
@Component
class ClassifyComplaintTask extends ComplaintTask {

	private final AssessComplaint classification;

	private final CompleteComplaint completion;

	private final ComplaintProgress progress;

	ClassifyComplaintTask(ComplaintTerms terms, MatterOwner owner, AssessComplaint classification,
			CompleteComplaint completion, ComplaintProgress progress) {
		super("userTask_classifyComplaint", terms, owner);
		this.classification = classification;
		this.completion = completion;
		this.progress = progress;
	}

	@Override
	public void complete(CompletedTask task) {
		CaseNumber number = task.caseNumber();
		Fields fields = new Fields();
		ComplaintKind kind = fields.oneOf("complaintKind", "qué es", task.text("complaintKind"), ComplaintKind.class,
				null);
		ComplaintTopic topic = fields.oneOf("complaintTopic", "de qué trata", task.text("complaintTopic"),
				ComplaintTopic.class, null);
		Answer answer = fields.oneOf("classification", "qué se hace con ella", task.text("classification"),
				Answer.class, null);
		Complaint.Traits traits = new Complaint.Traits(null, task.flag("publicExposure"), task.flag("vulnerable"),
				task.flag("senior"), task.flag("brokenPromise"), null, null);
		String missing = task.text("missing");
		String joinTo = task.text("joinTo");
		fields.done();
		this.classification.classify(number, task.userId(), kind, topic, traits);
		switch (answer) {
			case READY -> this.progress.accepted(number);
			case INCOMPLETE -> this.completion.ask(number, task.userId(), "missing", missing);
			case JOINED -> this.progress.join(number, task.userId(), joinTo);
		}
		task.setFact(ComplaintProcess.GOES_ON, answer != Answer.JOINED);
		task.answer((answer == Answer.INCOMPLETE) ? "incomplete" : "read");
	}

	private enum Answer {

		READY, INCOMPLETE, JOINED

	}

}
