package dev.escala.heard;

/** What becomes of something that staff heard. */
public enum HeardKind {

	COMPLAINT("Una queja de un cliente: se abre una reclamación"),
	MARKET("Algo del mercado: competencia, precios, lo que la gente quiere");

	private final String label;

	HeardKind(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
