package dev.escala.complaint;

/** By which way a complaint came. */
public enum ComplaintDoor {

	WEB("La página pública"), PHONE("Teléfono"), MAIL("Correo electrónico"), POST("Correo postal"),
	IN_PERSON("En persona"), PROGRAM("Otro sistema");

	private final String label;

	ComplaintDoor(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
