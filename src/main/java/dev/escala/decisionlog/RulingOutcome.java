package dev.escala.decisionlog;

/** What was decided. */
public enum RulingOutcome {

	GRANTED("Autorizado"), CONDITIONAL("Autorizado con condiciones"), REFUSED("No autorizado"),
	/** A question that was answered: nothing was allowed or forbidden. */
	ANSWERED("Respondido");

	private final String label;

	RulingOutcome(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/** Whether what was asked for may be done. */
	public boolean allows() {
		return this == GRANTED || this == CONDITIONAL;
	}

	/** Whether one of the two allows what the other forbids. */
	boolean contradicts(RulingOutcome other) {
		return (allows() && other == REFUSED) || (this == REFUSED && other.allows());
	}

}
