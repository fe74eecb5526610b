package dev.escala.tracking;

import dev.escala.validation.Fields;

/**
 * How it went, as the customer says (001-35, 004-54).
 *
 * @param heard whether the customer was heard
 * @param solved whether the problem is solved
 * @param score 1 to 5
 * @param comment up to 2000 characters, or {@code null}
 */
public record Feedback(boolean heard, boolean solved, int score, String comment) {

	/** The longest comment. */
	public static final int LONGEST_COMMENT = 2000;

	public Feedback {
		Fields fields = new Fields();
		if (score < 1 || score > 5) {
			fields.refuse("score", "La satisfacción va de 1 a 5.");
		}
		comment = fields.optional("comment", "el comentario", comment, LONGEST_COMMENT);
		fields.done();
	}

	/** One Spanish sentence for the case. */
	String text() {
		return "Valoró el caso con " + this.score + " de 5; se sintió escuchado: " + yesOrNo(this.heard)
				+ "; quedó resuelto: " + yesOrNo(this.solved) + "."
				+ ((this.comment == null) ? "" : " " + this.comment);
	}

	private static String yesOrNo(boolean answer) {
		return answer ? "sí" : "no";
	}

}
