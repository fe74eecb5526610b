package dev.escala.pursuit;

/** With whom a sale begins (004-02). */
public enum Strategy {

	TOP_DOWN("De arriba abajo"), BOTTOM_UP("De abajo arriba");

	private final String label;

	Strategy(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
