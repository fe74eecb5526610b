package dev.escala.complaint.process.task;

import java.util.Map;

import dev.escala.complaint.Complaints;
import dev.escala.complaint.process.ComplaintProcess;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterDrafts;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterText;
import dev.escala.letter.task.LetterHandover;
import dev.escala.owner.MatterOwner;

import org.springframework.stereotype.Component;

/** Somebody writes the answer, which another person reads where the table says so. */
@Component
class AnswerComplaintTask extends ComplaintTask {

	private static final String MESSAGE = "answerMessage";

	private final Complaints complaints;

	private final CustomerLetters letters;

	private final LetterDrafts drafts;

	private final LetterHandover handover;

	AnswerComplaintTask(ComplaintTerms terms, MatterOwner owner, Complaints complaints, CustomerLetters letters,
			LetterDrafts drafts, LetterHandover handover) {
		super("userTask_answerComplaint", terms, owner);
		this.complaints = complaints;
		this.letters = letters;
		this.drafts = drafts;
		this.handover = handover;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return this.drafts.draft(scope.caseNumber(), LetterIntent.UPDATE).formData(MESSAGE);
	}

	@Override
	public void complete(CompletedTask task) {
		LetterText written = new LetterText(MESSAGE, task.text(MESSAGE), task.text("overrideReason"),
				task.flag("legalMatter"), task.flag("remedyMatter"));
		task.setFact(ComplaintProcess.ON_PAPER,
				this.complaints.get(task.caseNumber()).statement().channel().isOnPaper());
		this.handover.hand(task, "callActivity_sendAnswer", ComplaintProcess.ANSWER_LETTER_ID,
				this.letters.write(task.caseNumber(), LetterIntent.UPDATE, task.userId(), written));
	}

}
