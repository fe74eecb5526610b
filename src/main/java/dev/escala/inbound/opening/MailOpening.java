package dev.escala.inbound.opening;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/** A kind of matter that a person may begin with a mail; one bean for each kind. */
public interface MailOpening {

	/** The name of the kind of matter. */
	String kind();

	/** What the button says, in Spanish. */
	String label();

	/** What follows from it, in Spanish. */
	String hint();

	/** Whether a matter is of this kind. */
	boolean isOne(CaseNumber number);

	/**
	 * Begins it, in the transaction in which the mail is marked: both are there, or
	 * neither is.
	 * @param by who opens it
	 * @throws dev.escala.validation.InvalidInputException naming {@code customer} or
	 * {@code language}
	 */
	CaseNumber open(OpeningMail mail, UserId by);

}
