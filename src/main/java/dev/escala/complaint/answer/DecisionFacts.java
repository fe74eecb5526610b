package dev.escala.complaint.answer;

import java.util.List;

import dev.escala.complaint.regime.Sector;
import dev.escala.validation.Fields;

/**
 * What the letter with a decision says besides the points; valid by construction.
 *
 * @param language the complaint's
 * @param country whose bodies the customer can turn to, ISO 3166 in lower case
 * @param sector what the company sells
 * @param consumer whether a consumer complains
 * @param benefits what the customer gets, one line each (004-60)
 * @param action what the customer can do now, or {@code null} for the usual (004-63)
 * @param recording how to get the recording, or {@code null} where there is none (Ley
 * 10/2025, art. 13.5)
 * @param recourse where the customer can go, in the letter's language, or {@code null};
 * asked for where a complaint is refused and the table knows no body
 * @param opening the sentence that the letter begins with, in its language, or
 * {@code null}: the one apology that fits (004-23), which admits our own fault (004-47)
 * @param onPaper whether somebody carries it out, so that nobody can reply to it
 */
public record DecisionFacts(LetterLanguage language, String country, Sector sector, boolean consumer,
		List<String> benefits, String action, String recording, String recourse, String opening, boolean onPaper) {

	private static final int LONGEST = 500;

	private static final int MOST = 6;

	public DecisionFacts {
		Fields fields = new Fields();
		if (language == null) {
			fields.refuse("language", "Diga en qué idioma está la reclamación: se responde en el mismo.");
		}
		country = fields.requiredLine("country", "el país del cliente", country, 2);
		if (sector == null) {
			fields.refuse("sector", "Diga de qué sector es la reclamación.");
		}
		List<String> lines = (benefits == null) ? List.of() : benefits;
		if (lines.size() > MOST) {
			fields.refuse("benefits", "Caben " + MOST + " ventajas como mucho.");
		}
		benefits = lines.stream().map((line) -> fields.requiredLine("benefits", "la ventaja", line, LONGEST)).toList();
		action = fields.optionalLine("action", "qué puede hacer el cliente", action, LONGEST);
		recording = fields.optionalLine("recording", "cómo pedir la grabación", recording, LONGEST);
		recourse = fields.optionalLine("recourse", "dónde puede acudir el cliente", recourse, LONGEST);
		opening = fields.optionalLine("opening", "la primera frase", opening, LONGEST);
		fields.done();
	}

	/** The same by mail, without an opening. */
	public DecisionFacts(LetterLanguage language, String country, Sector sector, boolean consumer,
			List<String> benefits, String action, String recording, String recourse) {
		this(language, country, sector, consumer, benefits, action, recording, recourse, null, false);
	}

}
