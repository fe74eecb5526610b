package dev.escala.escalation;

/** How an escalation ended. */
public enum Outcome {

	CLOSED("Cerrado con RCA"), CLOSED_WITHOUT_RCA("Cerrado sin RCA"), WITHDRAWN("Retirado"), DUPLICATE("Duplicado");

	private final String label;

	Outcome(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
