package dev.escala.complaint;

/** By which way the answer to a complaint goes out (Ley 10/2025, art. 13.5). */
public enum AnswerChannel {

	MAIL("Correo electrónico"), POST("Correo postal"), IN_PERSON("En mano");

	private final String label;

	AnswerChannel(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/** Whether somebody has to carry it out, so that only they can prove it. */
	public boolean isOnPaper() {
		return this != MAIL;
	}

}
