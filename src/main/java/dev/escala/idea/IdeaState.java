package dev.escala.idea;

/** How far an idea got. */
public enum IdeaState {

	/** It is tried; nobody has decided. */
	TRYING("En prueba"),
	/** It works, and is done for good. */
	WORKS("Funciona"),
	/** It does not work. */
	FAILS("No funciona");

	private final String label;

	IdeaState(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
