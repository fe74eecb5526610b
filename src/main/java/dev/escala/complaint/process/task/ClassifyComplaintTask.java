package dev.escala.complaint.process.task;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.answer.ComplaintPoint;
import dev.escala.complaint.answer.ComplaintPoints;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.complaint.classification.ComplaintReasons;
import dev.escala.complaint.course.AssessComplaint;
import dev.escala.complaint.course.CompleteComplaint;
import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.process.ComplaintProcess;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** Somebody reads a complaint and says what it is about, and whether all is there. */
@Component
class ClassifyComplaintTask extends ComplaintTask {

	private final Complaints complaints;

	private final AssessComplaint assessing;

	private final CompleteComplaint completion;

	private final ComplaintProgress progress;

	private final ComplaintReasons reasons;

	private final ComplaintPoints points;

	ClassifyComplaintTask(ComplaintTerms terms, MatterOwner owner, Complaints complaints, AssessComplaint assessing,
			CompleteComplaint completion, ComplaintProgress progress, ComplaintReasons reasons,
			ComplaintPoints points) {
		super("userTask_classifyComplaint", terms, owner);
		this.complaints = complaints;
		this.assessing = assessing;
		this.completion = completion;
		this.progress = progress;
		this.reasons = reasons;
		this.points = points;
	}

	/** What the customer asks for is the first point, until somebody finds more. */
	@Override
	public Map<String, Object> formData(TaskScope scope) {
		Complaint complaint = this.complaints.get(scope.caseNumber());
		List<ComplaintPoint> noted = this.points.list(complaint.number());
		String first = (complaint.statement().wish() != null) ? complaint.statement().wish()
				: complaint.statement().subject();
		return Map.of("complaintReasons",
				this.reasons.all().stream().map((one) -> Map.of("label", one.label(), "value", one.code())).toList(),
				"complaintKind", complaint.statement().kind().name(), "complaintTopic",
				complaint.statement().topic().name(), "complaintPoints",
				noted.isEmpty() ? Shortening.firstLine(first, ComplaintPoint.LONGEST_WORDS)
						: noted.stream().map(ComplaintPoint::words).collect(Collectors.joining("\n")));
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
		Complaint.Traits traits = new Complaint.Traits(task.text("complaintReason"), task.flag("publicExposure"),
				task.flag("vulnerable"), task.flag("senior"), task.flag("brokenPromise"), null, null);
		List<String> said = task.lines("complaintPoints");
		String missing = task.text("missing");
		String joinTo = task.text("joinTo");
		if (answer == Answer.READY && said.isEmpty()) {
			fields.refuse("complaintPoints",
					"Escriba al menos un punto del que se queja: cada uno se decide y se responde.");
		}
		fields.done();
		this.assessing.classify(number, task.userId(), kind, topic, traits);
		note(number, task.userId(), said);
		switch (answer) {
			case READY -> this.progress.accepted(number);
			case INCOMPLETE -> this.completion.ask(number, task.userId(), "missing", missing);
			case JOINED -> this.progress.join(number, task.userId(), joinTo);
		}
		task.setFact(ComplaintProcess.GOES_ON, answer != Answer.JOINED);
		task.answer((answer == Answer.INCOMPLETE) ? "incomplete" : "read");
	}

	/** Each once, also where the task came back. */
	private void note(CaseNumber number, UserId user, List<String> said) {
		Set<String> noted = new HashSet<>(this.points.list(number).stream().map(ComplaintPoint::words).toList());
		said.stream().filter(noted::add).forEach((words) -> this.points.add(number, user, words));
	}

	private enum Answer {

		READY, INCOMPLETE, JOINED

	}

}
