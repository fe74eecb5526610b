package dev.escala.retention;

/** What is done to keep a customer. */
public enum LeavingAction {

	LETTER("Una carta"), VISIT("Una visita"), GOODWILL("Un detalle"), PROMISE("Un compromiso"),
	COMPLAINT("Una reclamación en su nombre"), ESCALATION("Un escalamiento"), OTHER("Otra cosa");

	private final String label;

	LeavingAction(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
