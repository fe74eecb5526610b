package dev.escala.advertised;

/** Which promises a list shows. */
public enum Standing {

	PUBLISHED("Publicadas"),
	/** Those that the last month that was compared did not keep. */
	BROKEN("No se cumplen"), WITHDRAWN("Retiradas");

	private final String label;

	Standing(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
