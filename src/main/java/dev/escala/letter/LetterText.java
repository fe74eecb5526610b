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
 * @param composed whether Escala put it together from parts, so that it is as long as
 * they are
 */
public record LetterText(String field, String text, String overrideReason, boolean legal, boolean remedy,
		boolean composed) {

	/** Longest text that somebody types, in characters: as much as a form holds. */
	public static final int LONGEST = 4000;

	/** Longest text that was put together, in characters. */
	public static final int LONGEST_COMPOSED = 100_000;

	private static final int LONGEST_REASON = 200;

	public LetterText {
		Fields fields = new Fields();
		text = fields.required(field, "el mensaje para el cliente", text, composed ? LONGEST_COMPOSED : LONGEST);
		overrideReason = fields.optionalLine("overrideReason", "el motivo para enviarlo así", overrideReason,
				LONGEST_REASON);
		fields.done();
	}

	/** What somebody typed. */
	public LetterText(String field, String text, String overrideReason, boolean legal, boolean remedy) {
		this(field, text, overrideReason, legal, remedy, false);
	}

}
