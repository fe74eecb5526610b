package dev.escala.policy;

/** What a question is about; it decides who answers (000-23 to 000-26). */
public enum Topic {

	SALES_SCOPE("Ventas y alcance"), PRICE("Precio"), TECHNICAL("Técnica"), LEGAL("Legal o contractual"), OTHER("Otra");

	private final String label;

	Topic(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
