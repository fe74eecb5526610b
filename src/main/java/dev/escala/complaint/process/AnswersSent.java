package dev.escala.complaint.process;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.answer.DecisionLetter;
import dev.escala.complaint.course.AnsweredComplaint;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterSent;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The letter that answers a complaint by mail has left: that stops the term. */
@Component
class AnswersSent {

	private final Complaints complaints;

	private final DecisionLetter decisions;

	private final AnsweredComplaint answers;

	AnswersSent(Complaints complaints, DecisionLetter decisions, AnsweredComplaint answers) {
		this.complaints = complaints;
		this.decisions = decisions;
		this.answers = answers;
	}

	@EventListener
	void sent(LetterSent letter) {
		this.complaints.find(letter.number())
			.filter((complaint) -> isAnswer(complaint, letter))
			.ifPresent((complaint) -> this.answers.answered(complaint.number(), letter.author(), "correo electrónico"));
	}

	private boolean isAnswer(Complaint complaint, LetterSent letter) {
		return complaint.phase() == ComplaintPhase.ANSWER && letter.intent() == LetterIntent.DECISION
				&& !this.decisions.isOnPaper(complaint.number());
	}

}
