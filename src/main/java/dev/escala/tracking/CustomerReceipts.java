package dev.escala.tracking;

import java.util.Optional;

import dev.escala.reference.CaseNumber;

/**
 * What the customer's page asks of the receipt of a matter, which is its own customer's
 * alone; another module keeps it.
 */
public interface CustomerReceipts {

	/** Whether the matter has one. */
	boolean exists(CaseNumber number);

	/** The receipt, if the matter has one. */
	Optional<File> find(CaseNumber number);

	/**
	 * The customer wants it by mail again.
	 * @throws dev.escala.validation.ConflictException where it cannot be sent, or was
	 * often enough today
	 */
	void sendAgain(CaseNumber number);

	/**
	 * A file for a browser.
	 *
	 * @param name what it is called
	 * @param pdf its bytes
	 */
	record File(String name, byte[] pdf) {
	}

}
