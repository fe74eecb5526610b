package dev.escala.complaint.attention;

/** Whom somebody asked for in the course of a contact. */
public enum AttentionKind {

	/** A human instead of a machine, at any moment (Ley 10/2025, art. 8.2). */
	HUMAN("una persona"),

	/** A supervisor or the quality department, in the same call (art. 8.3). */
	SUPERVISOR("un supervisor");

	private final String label;

	AttentionKind(String label) {
		this.label = label;
	}

	/** Whom, in Spanish: the end of "pidió hablar con…". */
	public String label() {
		return this.label;
	}

}
