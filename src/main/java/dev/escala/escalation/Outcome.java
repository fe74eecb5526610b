package dev.escala.escalation;

/** How an escalation ended. */
public enum Outcome {

	CLOSED("Cerrado con RCA", "quedó cerrado"), CLOSED_WITHOUT_RCA("Cerrado sin RCA", "quedó cerrado"),
	WITHDRAWN("Retirado", "quedó retirado"), DUPLICATE("Duplicado", "quedó marcado como duplicado de otro");

	private final String label;

	private final String told;

	Outcome(String label, String told) {
		this.label = label;
		this.told = told;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/** How it is told, in Spanish: the end of "el caso X…". */
	public String told() {
		return this.told;
	}

	/** Whether the work was finished, and not withdrawn or done in another case. */
	public boolean isClosed() {
		return this == CLOSED || this == CLOSED_WITHOUT_RCA;
	}

}
