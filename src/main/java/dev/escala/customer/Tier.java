package dev.escala.customer;

/** What a customer's contract is worth to us; an input of most decisions (001-34). */
public enum Tier {

	STANDARD("Estándar"), SILVER("Plata"), GOLD("Oro");

	private final String label;

	Tier(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
