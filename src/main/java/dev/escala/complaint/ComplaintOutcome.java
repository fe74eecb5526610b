package dev.escala.complaint;

/** How a complaint ended. */
public enum ComplaintOutcome {

	PUT_RIGHT("Resuelta a favor del cliente", "se resolvió a favor del cliente"),
	PARTLY("Resuelta en parte", "se resolvió en parte"), REFUSED("Denegada con motivos", "se denegó con motivos"),
	WITHDRAWN("Retirada por el cliente", "la retiró el cliente"),
	NOT_COMPLETED("No completada por el cliente", "el cliente no la completó"),
	JOINED("Unida a otra", "se unió a otra");

	private final String label;

	private final String told;

	ComplaintOutcome(String label, String told) {
		this.label = label;
		this.told = told;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

	/** The end of "la reclamación X…". */
	public String told() {
		return this.told;
	}

	/** Whether it was decided, so that the customer has an answer. */
	public boolean isDecided() {
		return this == PUT_RIGHT || this == PARTLY || this == REFUSED;
	}

}
