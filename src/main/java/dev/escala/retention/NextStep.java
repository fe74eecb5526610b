package dev.escala.retention;

/** What follows a call to a customer who seems to be leaving. */
public enum NextStep {

	/** Nobody answered, or they want to be called another day. */
	AGAIN("Se le llama otro día"),
	/** Something can be done. */
	ACT("Se hace algo"),
	/** They have bought already. */
	BACK("Ya ha vuelto a comprar"),
	/** It is too late, but something is learned (004-34). */
	LOST("Es tarde: se ha ido"),
	/** Whoever leads decides whether we let them go (004-26). */
	LET_GO("Se propone dejarle ir");

	private final String label;

	NextStep(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
