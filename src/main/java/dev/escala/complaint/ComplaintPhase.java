package dev.escala.complaint;

/** How far a complaint has got. */
public enum ComplaintPhase {

	CLASSIFY("Clasificar"), COMPLETE("A la espera de lo que falta"), INVESTIGATE("Investigar"), DECIDE("Decidir"),
	ANSWER("Responder"), CHECK("Comprobar con el cliente"), ENDED("Terminada");

	private final String label;

	ComplaintPhase(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
