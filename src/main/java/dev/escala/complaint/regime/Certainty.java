package dev.escala.complaint.regime;

/** How whoever wrote a row of the table knows what the norm says. */
public enum Certainty {

	A("leída en el texto de la norma"), B("leída en la página de la autoridad"), C("según fuentes secundarias"),
	N("sin confirmar");

	private final String label;

	Certainty(String label) {
		this.label = label;
	}

	/** The Spanish end of "la norma está…". */
	public String label() {
		return this.label;
	}

	/** Whether somebody should ask a lawyer before relying on it. */
	public boolean isDoubtful() {
		return this == C || this == N;
	}

}
