package dev.escala.escalation;

/** The three types of escalation (001-05 to 001-08). */
public enum EscalationType {

	FUNCTIONAL("Funcional"), HIERARCHICAL("Jerárquico"), AUTOMATIC("Automático");

	private final String label;

	EscalationType(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
