package dev.escala.pursuit.call;

/** What came of a try to reach somebody (004-11). */
public enum CallResult {

	ATTEMPT("Intento sin respuesta"), CONVERSATION("Conversación"), APPOINTMENT("Conversación con cita");

	private final String label;

	CallResult(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/** Whether somebody answered. */
	public boolean isTalk() {
		return this != ATTEMPT;
	}

}
