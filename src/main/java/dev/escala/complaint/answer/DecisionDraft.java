package dev.escala.complaint.answer;

import java.util.List;

/**
 * A decision as it would be written now.
 *
 * @param text the whole letter, without the frame of the mail
 * @param remarks what its author should look at before, in Spanish
 */
public record DecisionDraft(String text, List<String> remarks) {

	public DecisionDraft {
		remarks = List.copyOf(remarks);
	}

}
