package dev.escala.pursuit;

/** By which channel somebody came to us (002-10). */
public enum Capture {

	WEB("Formulario web"), NETWORKS("Redes sociales"), MAIL("Correo recibido"), REFERRAL("Recomendación"),
	EVENT("Feria o evento"), OWN_LIST("Lista propia"), CUSTOMER_BASE("Ya es cliente"), OTHER("Otra vía");

	private final String label;

	Capture(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
