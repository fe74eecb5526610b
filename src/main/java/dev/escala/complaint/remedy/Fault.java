package dev.escala.complaint.remedy;

/** Whose fault it was that somebody complains (004-23, 004-25). */
public enum Fault {

	/** We did it wrong. */
	OURS("Nuestro"),

	/** We and the customer, or somebody else, each did a part wrong. */
	SHARED("Compartido"),

	/** A rule of ours, rightly applied, caused trouble. */
	POLICY("De una norma nuestra"),

	/** Nobody did anything wrong; often a misunderstanding. */
	NONE("De nadie"),

	/** Nobody knows yet. */
	UNKNOWN("Sin aclarar");

	private final String label;

	Fault(String label) {
		this.label = label;
	}

	/** The Spanish name, as an adjective of "fallo". */
	public String label() {
		return this.label;
	}

}
