package dev.escala.complaint.receipt;

import java.time.Instant;
import java.util.Locale;

import dev.escala.reference.CaseNumber;

/**
 * A receipt as the customer has it. Its bytes are shared and not to be changed.
 *
 * @param number the matter
 * @param language the receipt's own
 * @param pdf PDF/A-2b
 * @param sha256 of the PDF, in hexadecimal
 * @param mailTo the address that the customer gave for it, or {@code null}
 * @param madeAt when it was made
 */
public record Receipt(CaseNumber number, Locale language, byte[] pdf, String sha256, String mailTo, Instant madeAt) {

	/** What the file is called. */
	public String fileName() {
		String bare = this.number.value().replaceAll("[^A-Za-z0-9-]", "");
		return ("en".equals(this.language.getLanguage()) ? "receipt-" : "justificante-") + bare + ".pdf";
	}

}
