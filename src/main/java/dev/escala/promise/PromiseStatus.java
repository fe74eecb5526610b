package dev.escala.promise;

/** How far a promise got. */
public enum PromiseStatus {

	ASKING("por preguntar al cliente"), ESTIMATING("por estimar"), PROPOSED("propuesto, sin respuesta"),
	ACCEPTED("acordado"), KEPT("cumplido"), BROKEN("incumplido"), WITHDRAWN("retirado");

	private final String label;

	PromiseStatus(String label) {
		this.label = label;
	}

	/** The Spanish name, as an adjective of "compromiso". */
	public String label() {
		return this.label;
	}

	/** Whether nothing more happens to it. */
	public boolean isSettled() {
		return this == KEPT || this == BROKEN || this == WITHDRAWN;
	}

}
