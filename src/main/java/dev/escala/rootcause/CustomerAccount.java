package dev.escala.rootcause;

import java.time.LocalDate;
import java.util.List;

import dev.escala.validation.Fields;

/**
 * What the problem coordinator tells the customer beside the internal analysis, part by
 * part (001-31); valid by construction. Nothing of the internal one gets in by itself.
 *
 * @param summary what happened to the customer, at most 1500 characters
 * @param causes why, from the symptom to the root, 1 to 20, each at most 500 characters
 * @param actions what was done and what will be done, 1 to 20
 * @param lessons what changes, at most 1500 characters
 */
public record CustomerAccount(String summary, List<String> causes, List<Action> actions, String lessons) {

	static final String SUMMARY = "customerRcaSummary";

	static final String CAUSES = "customerRcaCauses";

	static final String ACTIONS = "customerRcaActions";

	static final String LESSONS = "customerRcaLessons";

	/** Longest summary, and longest lessons: a mail is read, a report is not. */
	private static final int LONGEST_PART = 1500;

	/**
	 * Refuses what is missing, too long or too much, each with the key of its form field.
	 */
	public CustomerAccount {
		Fields fields = new Fields();
		summary = fields.required(SUMMARY, "qué le ocurrió al cliente", summary, LONGEST_PART);
		causes = InternalAnalysis.causes(fields, CAUSES, causes);
		actions = InternalAnalysis.actions(fields, ACTIONS, actions);
		lessons = fields.required(LESSONS, "qué cambia para el cliente", lessons, LONGEST_PART);
		fields.done();
	}

	/**
	 * Something that the customer is told to be done.
	 *
	 * @param text what
	 * @param dueOn the day by which it is done, in the business zone {@code escala.zone};
	 * for what is done already, the day on which it was
	 * @param done whether it was done already when this was written
	 */
	public record Action(String text, LocalDate dueOn, boolean done) {
	}

}
