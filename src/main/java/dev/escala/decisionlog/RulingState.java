package dev.escala.decisionlog;

/** How a decision stands now. */
public enum RulingState {

	IN_FORCE("Vigente"), SUPERSEDED("Sustituida"), EXPIRED("Caducada"), REVOKED("Revocada");

	private final String label;

	RulingState(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
