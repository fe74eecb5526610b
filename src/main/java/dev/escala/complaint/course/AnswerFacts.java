package dev.escala.complaint.course;

import java.util.List;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.answer.DecisionFacts;
import dev.escala.complaint.answer.LetterLanguage;
import dev.escala.complaint.regime.ComplaintLaw;

import org.springframework.stereotype.Component;

/** What the letter with the decision says of a complaint besides its points. */
@Component
public class AnswerFacts {

	private static final String RECORDING_ES = "La llamada se grabó: si quiere la grabación, pídanosla y se la enviamos.";

	private static final String RECORDING_EN = "The call was recorded: if you want the recording, ask us and we will send it to you.";

	private final ComplaintLaw law;

	AnswerFacts(ComplaintLaw law) {
		this.law = law;
	}

	/**
	 * Of a complaint (Ley 10/2025, arts. 13.5 to 13.7).
	 * @param benefits what the customer gets, one line each
	 * @param action what the customer can do now, or {@code null} for the usual
	 * @param recourse where the customer can go, or {@code null} for what the table says
	 */
	public DecisionFacts of(Complaint complaint, List<String> benefits, String action, String recourse) {
		LetterLanguage language = LetterLanguage.find(complaint.statement().language()).orElse(LetterLanguage.ES);
		String recording = (complaint.statement().recording() == null) ? null
				: (language == LetterLanguage.EN) ? RECORDING_EN : RECORDING_ES;
		return new DecisionFacts(language, complaint.statement().country(), this.law.sector(),
				complaint.statement().consumer(), benefits, action, recording, recourse);
	}

}
