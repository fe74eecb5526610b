package dev.escala.internalrequest;

/** What asking is good for: it is quality control, not weakness (000-01). */
public enum Purpose {

	AVOID_IMPOSSIBLE("Evitar un compromiso imposible"), CLARITY("Tener claridad"),
	CONSISTENCY("Responder igual a todos"), LEARNING("Aprender"), PROTECTION("Proteger a la organización");

	private final String label;

	Purpose(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
