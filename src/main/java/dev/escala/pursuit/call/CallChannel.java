package dev.escala.pursuit.call;

/** By which way somebody is reached. */
public enum CallChannel {

	PHONE("teléfono"), MAIL("correo"), NETWORKS("redes sociales");

	private final String label;

	CallChannel(String label) {
		this.label = label;
	}

	/** The Spanish name, within a sentence. */
	public String label() {
		return this.label;
	}

}
