package dev.escala.complaint.classification;

/** What a customer's words are, as Ley 10/2025, art. 3 and its like tell apart. */
public enum ComplaintKind {

	ENQUIRY("Consulta"), INCIDENT("Incidencia"), GRIEVANCE("Queja"), CLAIM("Reclamación");

	private final String label;

	ComplaintKind(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
