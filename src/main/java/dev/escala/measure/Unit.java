package dev.escala.measure;

/** In what a figure is measured. */
public enum Unit {

	/** A share of a hundred. */
	PERCENT("%", "Por ciento"),
	/** Hours that passed. */
	HOURS("h", "Horas"),
	/** Days that passed. */
	DAYS("días", "Días"),
	/** A sum of money. */
	EUROS("€", "Euros"),
	/** How many. */
	NUMBER("", "Número");

	private final String sign;

	private final String label;

	Unit(String sign, String label) {
		this.sign = sign;
		this.label = label;
	}

	/** What stands behind the number. */
	public String sign() {
		return this.sign;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
