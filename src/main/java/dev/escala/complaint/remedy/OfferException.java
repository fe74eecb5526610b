package dev.escala.complaint.remedy;

/**
 * Why something may be offered all the same in a complaint about the continuity of a
 * service (Ley 10/2025, art. 16.2).
 */
public enum OfferException {

	ASKED("el cliente lo pidió"), SOLVES("forma parte de la solución y le conviene más");

	private final String label;

	OfferException(String label) {
		this.label = label;
	}

	/** In Spanish. */
	public String label() {
		return this.label;
	}

}
