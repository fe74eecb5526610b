package dev.escala.matter;

/** How bad an escalation is (001-02), as the decision table says; ordered. */
public enum Severity {

	LOW("Baja"), MODERATE("Moderada"), HIGH("Alta"), CRITICAL("Crítica");

	private final String label;

	Severity(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
