package dev.escala.purchase;

import java.time.LocalDate;

/**
 * A line as it was read, before its document is taken.
 *
 * @param line number of its first line in the file, from 1
 * @param document number of the document, or {@code null}
 * @param customer how the customer is called, empty where nobody is named
 * @param boughtOn the day, or {@code null}
 * @param product code, or {@code null} of a cancellation of all lines of its document
 * @param variety which variety, empty where there are none
 * @param quantity how many; negative comes back
 * @param cents what the line is worth, in cents; negative comes back
 * @param currency three letters, or {@code null}
 * @param channel where it was sold, or {@code null}
 * @param cancels number of the document that it takes back, or {@code null}
 * @param goods whether that is goods, and no postage or fee
 * @param refused why it is not taken, in Spanish, or {@code null}
 */
record StagedLine(long line, String document, String customer, LocalDate boughtOn, String product, String variety,
		long quantity, long cents, String currency, String channel, String cancels, boolean goods, String refused) {

	static StagedLine refused(long line, String document, String customer, String reason) {
		return new StagedLine(line, document, customer, null, null, null, 0, 0, null, null, null, false, reason);
	}

}
