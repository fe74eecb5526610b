package dev.escala.internalrequest;

/** How far a request got. */
public enum RequestStatus {

	OPEN("sin acuse de recibo"), ACKNOWLEDGED("en manos de quien responde"), NOTED("anotada para que conste"),
	ANSWERED("respondida"), CLOSED("cerrada"), WITHDRAWN("retirada");

	private final String label;

	RequestStatus(String label) {
		this.label = label;
	}

	/** The Spanish name, as an adjective of "solicitud". */
	public String label() {
		return this.label;
	}

	/** Whether nobody has answered yet. */
	public boolean isOpen() {
		return this == OPEN || this == ACKNOWLEDGED;
	}

}
