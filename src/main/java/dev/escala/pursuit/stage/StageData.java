package dev.escala.pursuit.stage;

/** What a transition may ask for; the tables name them. */
public enum StageData {

	NOTHING(""), CALL("una llamada o un mensaje anotado"), CONVERSATION("una conversación anotada"),
	DATE("la fecha acordada"), REASON("el motivo y lo que se aprende"),
	COMPETITOR("el motivo, lo que se aprende, el competidor, los puntos débiles y quién los analiza"),
	QUALIFICATION("necesidad, presupuesto y viabilidad"), REQUEST("qué pide"), QUOTE("la referencia de la oferta"),
	AMOUNT("el importe y la moneda");

	private final String label;

	StageData(String label) {
		this.label = label;
	}

	/** What it is, in Spanish, within a sentence. */
	public String label() {
		return this.label;
	}

}
