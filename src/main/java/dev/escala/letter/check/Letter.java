package dev.escala.letter.check;

/**
 * A letter to be checked.
 *
 * @param text what a person wrote
 * @param mail the mail that it becomes, or {@code null} where nobody can be reached
 */
public record Letter(String text, Mail mail) {

	/**
	 * The mail as its reader gets it: the frame around the text is part of it, so that
	 * what the frame says need not be written.
	 *
	 * @param text the whole mail as plain text
	 * @param recipientName the person who reads it, or {@code null}
	 * @param customerName the customer
	 * @param nextDate when they hear from us again as the frame may say it, or
	 * {@code null}
	 * @param closing whether nothing comes after this mail, so that no date is missed
	 */
	public record Mail(String text, String recipientName, String customerName, String nextDate, boolean closing) {
	}

}
