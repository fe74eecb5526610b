package dev.escala.complaint.regime;

/** What a complaint is about, as far as a norm makes a difference of it. */
public enum ComplaintTopic {

	OUTAGE("Corte o fallo del suministro"), BILLING("Factura o cobro indebido"), METERING("Medida o contador"),
	CUT_OFF("Suspensión o baja indebida"), PAYMENT_SERVICE("Servicio de pago"), OTHER("Otra cosa");

	private final String label;

	ComplaintTopic(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
