package dev.escala.customer;

/** The products that routing knows; a service belongs to one of them. */
public enum Product {

	BILLING("Facturación"), PLATFORM("Plataforma"), NETWORK("Red"), DEVICE("Dispositivo"), OTHER("Otro");

	private final String label;

	Product(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
