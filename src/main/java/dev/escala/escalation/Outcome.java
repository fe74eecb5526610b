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

	/** Whether the work was finished, and not withdrawn or done in another case. */
	public boolean isClosed() {
		return this == CLOSED || this == CLOSED_WITHOUT_RCA;
	}

}
