package dev.escala.pipeline.exported;

/** What a column of another system's export may say; how staff call it. */
public enum ExportField {

	/** The other system's own id: what makes importing twice safe. */
	EXTERNAL_ID("Identificador"),

	/** What an opportunity is called. */
	TITLE("Oportunidad"),

	COMPANY("Empresa"),

	FULL_NAME("Persona"),

	FIRST_NAME("Nombre"),

	LAST_NAME("Apellidos"),

	JOB_TITLE("Cargo"),

	EMAIL("Correo"),

	PHONE("Teléfono"),

	TAX_ID("NIF"),

	WEBSITE("Web"),

	SECTOR("Sector"),

	EMPLOYEES("Empleados"),

	LANGUAGE("Idioma"),

	SOURCE("Canal"),

	STAGE("Etapa"),

	/** Open, won or lost, where the other system keeps that apart from the stage. */
	STATUS("Estado"),

	/** Whether it is archived: {@code false} is lost in Odoo. */
	ACTIVE("Activo"),

	AMOUNT("Importe"),

	CURRENCY("Moneda"),

	CLOSE_DATE("Fecha de cierre"),

	CREATED_AT("Fecha de creación"),

	OWNER("Responsable"),

	LOST_REASON("Motivo de la pérdida"),

	COMPETITOR("Competidor"),

	/** What was weak in our proposal. No system exports it; people add the column. */
	WEAK_POINTS("Puntos débiles"),

	/** Who analyses the loss, as above. */
	ANALYST("Quién lo analiza"),

	/** What the loss teaches, as above. */
	LESSON("Lección"),

	NOTE("Nota");

	private final String label;

	ExportField(String label) {
		this.label = label;
	}

	/** How staff call it. */
	public String label() {
		return this.label;
	}

}
