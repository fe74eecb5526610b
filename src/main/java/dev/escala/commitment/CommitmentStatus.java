package dev.escala.commitment;

/** How far a commitment got. */
public enum CommitmentStatus {

	PREPARED("preparado"), COMMITTED("cerrado con el cliente"), ABANDONED("abandonado"), REFUSED("no autorizado");

	private final String label;

	CommitmentStatus(String label) {
		this.label = label;
	}

	/** The Spanish name, as an adjective of "compromiso". */
	public String label() {
		return this.label;
	}

}
