package dev.escala.complaint.hold;

/** What must not be done. */
public enum HoldKind {

	SUSPENSION("No suspender el servicio"), COLLECTION("No cobrar lo que se discute");

	private final String label;

	HoldKind(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
