package dev.escala.caselist;

/** What comes first. */
public enum CaseOrder implements Choice {

	RECENT("recientes", "Los más recientes primero"), DUE("plazo", "Lo que vence antes primero"),
	SEVERITY("gravedad", "Los más graves primero"), OLDEST("antiguos", "Los más antiguos primero");

	private final String word;

	private final String label;

	CaseOrder(String word, String label) {
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
