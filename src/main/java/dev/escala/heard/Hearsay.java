package dev.escala.heard;

import dev.escala.validation.Fields;

/**
 * Something that somebody of the staff heard; valid by construction.
 *
 * @param kind what it is
 * @param text what was said, as close to the words as one remembers
 * @param customer code or name of who said it, or {@code null} where nobody knows
 * @param email address at which they can be answered, or {@code null}
 * @param about what it is about: a product, a shop, a competitor; or {@code null}
 * @param place where it was heard, or {@code null}
 */
public record Hearsay(HeardKind kind, String text, String customer, String email, String about, String place) {

	/** As many characters are kept of what was said. */
	public static final int LONGEST_TEXT = 4000;

	/** As long is each of the other parts at most. */
	public static final int LONGEST_PART = 200;

	/**
	 * Reads what somebody typed.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public static Hearsay read(String kind, String text, String customer, String email, String about, String place) {
		Fields fields = new Fields();
		HeardKind known = fields.oneOf("kind", "qué es", kind, HeardKind.class, null);
		String said = fields.required("text", "lo que ha oído", text, LONGEST_TEXT);
		String who = fields.optionalLine("customer", "quién lo dijo", customer, LONGEST_PART);
		String address = fields.optionalLine("email", "el correo", email, 254);
		String topic = fields.optionalLine("about", "de qué trata", about, LONGEST_PART);
		String where = fields.optionalLine("place", "dónde lo oyó", place, LONGEST_PART);
		if (known == HeardKind.COMPLAINT && who == null) {
			fields.refuse("customer", "Una reclamación necesita a quién responder: escriba el código o el nombre del "
					+ "cliente. Si no sabe quién era, guárdelo como algo del mercado.");
		}
		fields.done();
		return new Hearsay(known, said, who, address, topic, where);
	}

	/** All of it as the beginning of a complaint. */
	String told() {
		StringBuilder told = new StringBuilder(this.text);
		if (this.about != null) {
			told.append("\n\nTrata de: ").append(this.about);
		}
		if (this.place != null) {
			told.append((this.about == null) ? "\n\n" : "\n")
				.append("Se lo oyó alguien de la casa: ")
				.append(this.place);
		}
		return told.toString();
	}

}
