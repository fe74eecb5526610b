package dev.escala.caselist;

/** What the days of a query are days of; all but the report happen to cases alone. */
public enum CaseMoment implements Choice {

	REPORTED("reportado", "Reportado"), CLOSED("cerrado", "Cerrado"),
	/** Closed by whoever took it over first, at once and for good (001-01). */
	FIRST_CONTACT("resuelto-al-primer-contacto", "Resuelto al primer contacto"), REOPENED("reabierto", "Reabierto"),
	RAISED("subio-de-nivel", "Subió de nivel"), FIRST_NOTICE("primer-aviso", "Primer aviso"),
	ACKNOWLEDGEMENT("acuse", "Acuse"), ANSWER("respuesta", "Respuesta"), RESOLUTION("resolucion", "Resolución");

	private final String word;

	private final String label;

	CaseMoment(String word, String label) {
		this.word = word;
		this.label = label;
	}

	@Override
	public String word() {
		return this.word;
	}

	@Override
	public String label() {
		return this.label;
	}

}
