package dev.escala.complaint.regime;

/** What it means that a term passed without an answer. None of it closes a complaint. */
public enum AtExpiry {

	/** The norm is broken. */
	BREACH("se incumple la norma; la reclamación sigue abierta"),

	/** The customer may go on to the authority of the sector. */
	AUTHORITY("el cliente puede acudir ya al supervisor del sector; la reclamación sigue abierta"),

	/** The customer gets money back. */
	CREDIT("hay que abonar al cliente la compensación que fija la norma; la reclamación sigue abierta"),

	/** The organisation did not do what it promised itself. */
	OWN("se incumple el plazo propio; la reclamación sigue abierta");

	private final String label;

	AtExpiry(String label) {
		this.label = label;
	}

	/** The Spanish end of "si vence sin respuesta,…". */
	public String label() {
		return this.label;
	}

}
