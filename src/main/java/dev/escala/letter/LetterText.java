package dev.escala.letter;

import dev.escala.validation.Fields;

/**
 * What a person wrote to a customer in a form; valid by construction, as far as one can
 * say without reading it.
 *
 * @param field the field of the form where it stands, for what is wrong with it
 * @param text what the customer is to read
 * @param overrideReason why it goes out in spite of what the checks say, or {@code null}
 * @param legal whether the author says that it touches legal matters
 * @param remedy whether the author says that it touches compensation
 */
public record LetterText(String field, String text, String overrideReason, boolean legal, boolean remedy) {

	/** Longest text, in characters. */
	public static final int LONGEST = 4000;

	private static final int LONGEST_REASON = 200;

	public LetterText {
		Fields fields = new Fields();
		text = fields.required(field, "el mensaje para el cliente", text, LONGEST);
		overrideReason = fields.optionalLine("overrideReason", "el motivo para enviarlo así", overrideReason,
				LONGEST_REASON);
		fields.done();
	}

}
