package dev.escala.complaint.hold;

/** How long something must not be done. */
public enum HoldUntil {

	DECISION("hasta que se comunique la decisión motivada"),
	BODY("hasta que termine el procedimiento del organismo al que acudió");

	private final String label;

	HoldUntil(String label) {
		this.label = label;
	}

	/** The Spanish end of "no suspender el servicio…". */
	public String label() {
		return this.label;
	}

}
