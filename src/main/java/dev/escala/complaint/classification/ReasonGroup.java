package dev.escala.complaint.classification;

/** What kind of harm a complaint is about (004-38). */
public enum ReasonGroup {

	FINANCIAL("De dinero"), OPERATIONAL("De cómo trabajamos"), EMOTIONAL("De cómo se le trató");

	private final String label;

	ReasonGroup(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
