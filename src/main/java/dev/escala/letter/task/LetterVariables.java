package dev.escala.letter.task;

/**
 * Where a process that calls {@code customer-message.bpmn} keeps the letter that it hands
 * over.
 */
public final class LetterVariables {

	/** The letter that tells the plan. */
	public static final String PLAN_LETTER_ID = "planLetterId";

	/** The letter that updates the customer; there is at most one at a time. */
	public static final String UPDATE_LETTER_ID = "updateLetterId";

	/** The letter that replies to a contact; there is at most one at a time. */
	public static final String REPLY_LETTER_ID = "replyLetterId";

	/** The letter in which a quote leaves. */
	public static final String QUOTE_LETTER_ID = "quoteLetterId";

	private LetterVariables() {
	}

}
