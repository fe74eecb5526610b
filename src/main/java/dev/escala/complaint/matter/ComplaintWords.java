package dev.escala.complaint.matter;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.CureRequest;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * Sentences about a complaint for its customer, in their language:
 * {@code complaint-tracking.properties} is Spanish,
 * {@code complaint-tracking_en.properties} English.
 */
@Component
class ComplaintWords {

	private static final Locale SPANISH = Locale.forLanguageTag("es");

	private final Complaints complaints;

	ComplaintWords(Complaints complaints) {
		this.complaints = complaints;
	}

	/** The words of a language; any but English reads Spanish. */
	static ResourceBundle texts(Locale language) {
		return ResourceBundle.getBundle("complaint-tracking", isEnglish(language) ? Locale.ENGLISH : SPANISH,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	/** What mails say: what is missing and until when, or how it ended. */
	void put(Map<String, Object> values, CaseNumber number, Locale language) {
		Complaint complaint = this.complaints.get(number);
		if (complaint.outcome() != null) {
			values.put("endingText", ending(texts(language), complaint.outcome()));
		}
		this.complaints.cures(number).stream().reduce((first, last) -> last).ifPresent((cure) -> {
			values.put("cureText", cure.missing());
			values.put("cureUntilText", day(cure, language));
		});
	}

	/** A mail says by itself what to do next; the page says it with the ending. */
	private static String ending(ResourceBundle texts, ComplaintOutcome outcome) {
		String mailed = "mailed." + outcome;
		return texts.getString(texts.containsKey(mailed) ? mailed : "ended." + outcome);
	}

	static String day(CureRequest cure, Locale language) {
		return DateTimeFormatter
			.ofPattern(isEnglish(language) ? "EEEE d MMMM yyyy" : "EEEE d 'de' MMMM 'de' yyyy",
					isEnglish(language) ? Locale.UK : SPANISH)
			.format(cure.until());
	}

	private static boolean isEnglish(Locale language) {
		return "en".equals(language.getLanguage());
	}

}
