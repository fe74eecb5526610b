package dev.escala.complaint.paper;

import java.time.Instant;
import java.util.Locale;

import dev.escala.reference.CaseNumber;

/**
 * An answer as it was printed. Its bytes are shared and not to be changed.
 *
 * @param number the complaint
 * @param letterId the letter whose text it is
 * @param language the language of what stands around that text
 * @param pdf PDF/A-2b
 * @param sha256 of the PDF, in hexadecimal
 * @param madeAt when it was printed
 */
public record AnswerSheet(CaseNumber number, long letterId, Locale language, byte[] pdf, String sha256,
		Instant madeAt) {

	/** What the file is called. */
	public String fileName() {
		String bare = this.number.value().replaceAll("[^A-Za-z0-9-]", "");
		return ("en".equals(this.language.getLanguage()) ? "answer-" : "respuesta-") + bare + ".pdf";
	}

}
