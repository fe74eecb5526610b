package dev.escala.complaint.classification;

/** How one talks to whoever complains before anything else. */
public enum FirstChannel {

	PHONE("por teléfono"), WRITING("por escrito");

	private final String label;

	FirstChannel(String label) {
		this.label = label;
	}

	/** The Spanish end of "primero, …". */
	public String label() {
		return this.label;
	}

}
