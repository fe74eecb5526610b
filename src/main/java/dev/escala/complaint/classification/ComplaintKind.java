package dev.escala.complaint.classification;

/**
 * What somebody comes with. Whatever the organisation calls it, what says that something
 * was bad is a complaint (Ley 10/2025, art. 3.10).
 */
public enum ComplaintKind {

	/** Asks, and says nothing bad (Ley 10/2025, art. 3.2). */
	ENQUIRY("Consulta"),

	/** Reports a fault, or wants something changed (Ley 10/2025, art. 3.4). */
	INCIDENT("Incidencia"),

	/** Says that something was done badly. */
	GRIEVANCE("Queja"),

	/** Says so and wants it made good. */
	CLAIM("Reclamación");

	private final String label;

	ComplaintKind(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
