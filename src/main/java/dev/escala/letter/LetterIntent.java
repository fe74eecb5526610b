package dev.escala.letter;

import dev.escala.matter.MatterAction;

/** Why somebody writes to a customer; an input of {@code messageReview}. */
public enum LetterIntent {

	PLAN("el plan de acción"), PLAN_CHANGE("el cambio del plan"), UPDATE("la actualización"), REPLY("la respuesta"),
	PROMISE("el compromiso"), APOLOGY("la disculpa"), QUESTION("la pregunta"), DECISION("la resolución"),
	QUOTE("la oferta");

	private final String label;

	LetterIntent(String label) {
		this.label = label;
	}

	/** What the matter has to allow for it. */
	MatterAction action() {
		return (this == QUOTE) ? MatterAction.QUOTE : MatterAction.WRITE;
	}

	/** What is written, in Spanish with its article. */
	public String label() {
		return this.label;
	}

}
