package dev.escala.purchase;

import java.time.LocalDate;
import java.util.List;

/**
 * What a customer bought lately.
 *
 * @param months the last twelve months and this one, in their order; a month in which
 * nothing was bought is missing
 * @param documents the last documents, the latest first
 */
public record CustomerPurchases(List<Month> months, List<Document> documents) {

	public boolean isEmpty() {
		return this.months.isEmpty() && this.documents.isEmpty();
	}

	/**
	 * A month of a customer.
	 *
	 * @param month its first day
	 * @param currency three letters
	 * @param cents what the goods were worth, less what came back
	 * @param documents purchases that were not taken back as a whole
	 * @param lines lines of goods
	 * @param lastOn day of the last such purchase, or {@code null}
	 */
	public record Month(LocalDate month, String currency, long cents, int documents, int lines, LocalDate lastOn) {
	}

	/**
	 * A document of a customer.
	 *
	 * @param document its number
	 * @param boughtOn its day
	 * @param currency three letters
	 * @param cents what all of it is worth, postage and fees too
	 * @param lines how many lines
	 * @param channel where it was sold, or {@code null}
	 * @param cancelledBy the document that took it back as a whole, or {@code null}
	 */
	public record Document(String document, LocalDate boughtOn, String currency, long cents, int lines, String channel,
			String cancelledBy) {
	}

}
