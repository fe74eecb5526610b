package dev.escala.matter;

/** Who should help. */
public enum Speciality {

	FINANCE("Finanzas"), TECHNOLOGY("Tecnología"), PRODUCT("Producto"), LEGAL("Legal"), UNKNOWN("Sin determinar");

	private final String label;

	Speciality(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
