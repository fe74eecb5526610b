package dev.escala.complaint.regime;

/** What the company sells, as far as a norm on complaints makes a difference of it. */
public enum Sector {

	WATER("Agua"), GAS("Gas"), ELECTRICITY("Electricidad"), TELECOM("Telecomunicaciones"),
	TRANSPORT("Transporte de viajeros"), POSTAL("Servicios postales"), FINANCE("Banca, seguros e inversión"),
	OTHER("Otro");

	private final String label;

	Sector(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
