package dev.escala.complaint.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.escala.reference.CaseNumber;

/**
 * What an answer on paper says.
 *
 * @param number the complaint
 * @param text the letter as its last reader left it, from the first sentence to the last
 * @param language of what stands around it: English, or else Spanish
 * @param presentedAt when the complaint reached us
 * @param writtenAt the moment whose date the letter has
 * @param zone in which its reader reads dates
 * @param addressee who gets it, line by line: the names, then the address where it is
 * known
 * @param reader how the letter greets them, or {@code null}
 */
public record AnswerFacts(CaseNumber number, String text, Locale language, Instant presentedAt, Instant writtenAt,
		ZoneId zone, List<String> addressee, String reader) {

	public AnswerFacts {
		Objects.requireNonNull(number, "number");
		Objects.requireNonNull(language, "language");
		Objects.requireNonNull(presentedAt, "presentedAt");
		Objects.requireNonNull(writtenAt, "writtenAt");
		Objects.requireNonNull(zone, "zone");
		addressee = List.copyOf(addressee);
		if (text == null || text.isBlank()) {
			throw new IllegalArgumentException("An answer without its text answers nothing");
		}
	}

}
