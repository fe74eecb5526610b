package dev.escala.complaint.remedy;

/** What the customer gets out of a complaint (004-60). */
public enum RemedyKind {

	/** What was wrong is right now. */
	RESOLVED("Resuelto"),

	/** The money that they lost. */
	REFUND("Devolución"),

	VOUCHER("Vale"),

	/** They are served first for a while. */
	PRIORITY("Atención preferente"),

	/** A sincere apology, where that is enough. */
	APOLOGY("Disculpa"),

	/** A small extra that nobody expects (004-56). */
	EXTRA("Detalle");

	private final String label;

	RemedyKind(String label) {
		this.label = label;
	}

	/** Whether it is something more to have, and neither what was lost nor an apology. */
	boolean isOffer() {
		return this == VOUCHER || this == PRIORITY || this == EXTRA;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
