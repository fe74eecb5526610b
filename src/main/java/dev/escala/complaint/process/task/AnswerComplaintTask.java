package dev.escala.complaint.process.task;

import java.util.Map;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.answer.DecisionFacts;
import dev.escala.complaint.answer.DecisionLetter;
import dev.escala.complaint.decision.ComplaintDecisions;
import dev.escala.complaint.process.ComplaintProcess;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.letter.task.LetterHandover;
import dev.escala.owner.MatterOwner;

import dev.escala.text.Shortening;

import org.springframework.stereotype.Component;

/**
 * The answer is written from the points; another person reads it where the table says so.
 */
@Component
class AnswerComplaintTask extends ComplaintTask {

	/** As much of it as the form shows, in characters. */
	private static final int SHOWN = 3800;

	private final Complaints complaints;

	private final ComplaintDecisions decisions;

	private final DecisionLetter letter;

	private final LetterHandover handover;

	AnswerComplaintTask(ComplaintTerms terms, MatterOwner owner, Complaints complaints, ComplaintDecisions decisions,
			DecisionLetter letter, LetterHandover handover) {
		super("userTask_answerComplaint", terms, owner);
		this.complaints = complaints;
		this.decisions = decisions;
		this.letter = letter;
		this.handover = handover;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		String whole = this.decisions.preview(scope.caseNumber()).text();
		return Map.of("answerPreview", (whole.length() <= SHOWN) ? whole
				: Shortening.beginning(whole, SHOWN) + "…\n\n**Sigue: la ve entera en «Decidir punto por punto».**");
	}

	@Override
	public void complete(CompletedTask task) {
		Complaint complaint = this.complaints.get(task.caseNumber());
		DecisionFacts told = this.decisions.facts(complaint.number(), task.lines("benefits"), task.text("answerAction"),
				task.text("recourse"));
		long written = this.letter.write(complaint.number(), task.userId(), told, new DecisionLetter.Checks(
				task.text("overrideReason"), task.flag("legalMatter"), task.flag("remedyMatter")));
		task.setFact(ComplaintProcess.ON_PAPER, told.onPaper());
		this.handover.hand(task, "callActivity_sendAnswer", ComplaintProcess.ANSWER_LETTER_ID, written);
	}

}
