package dev.escala.complaint.paper;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.answer.DecisionLetter;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterSent;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An answer that goes on paper may leave: it is printed, with it or not at all. */
@Component
class PrintAnswer {

	private final Complaints complaints;

	private final DecisionLetter decisions;

	private final AnswerSheets sheets;

	PrintAnswer(Complaints complaints, DecisionLetter decisions, AnswerSheets sheets) {
		this.complaints = complaints;
		this.decisions = decisions;
		this.sheets = sheets;
	}

	@EventListener
	void sent(LetterSent letter) {
		this.complaints.find(letter.number())
			.map(Complaint::phase)
			.filter((phase) -> phase == ComplaintPhase.ANSWER && letter.intent() == LetterIntent.DECISION
					&& this.decisions.isOnPaper(letter.number()))
			.ifPresent((phase) -> this.sheets.print(letter.number(), letter.letterId(), letter.text()));
	}

}
