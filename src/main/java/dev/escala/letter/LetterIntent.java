package dev.escala.letter;

/** Why somebody writes to a customer; an input of {@code messageReview}. */
public enum LetterIntent {

	PLAN("el plan de acción"), PLAN_CHANGE("el cambio del plan"), UPDATE("la actualización"), REPLY("la respuesta"),
	PROMISE("el compromiso"), APOLOGY("la disculpa"), QUESTION("la pregunta"), DECISION("la resolución");

	private final String label;

	LetterIntent(String label) {
		this.label = label;
	}

	/** What is written, in Spanish with its article. */
	public String label() {
		return this.label;
	}

}
