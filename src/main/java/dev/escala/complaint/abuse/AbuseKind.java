package dev.escala.complaint.abuse;

/** How somebody of the staff was abused. */
public enum AbuseKind {

	INSULT("Insultos"), THREAT("Amenazas"), HARASSMENT("Acoso"), DISCRIMINATION("Trato discriminatorio");

	private final String label;

	AbuseKind(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
