package dev.escala.complaint.answer;

/** What was decided of a point. */
public enum PointRuling {

	GRANTED("aceptado"), PARTLY("aceptado en parte"), REFUSED("no aceptado");

	private final String label;

	PointRuling(String label) {
		this.label = label;
	}

	/** The Spanish end of "el punto queda…". */
	public String label() {
		return this.label;
	}

	/** Whether the customer does not get all of it. */
	public boolean isRefusal() {
		return this != GRANTED;
	}

}
