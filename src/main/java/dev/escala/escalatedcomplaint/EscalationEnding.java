package dev.escala.escalatedcomplaint;

/** How what a complaint waited for came. */
public enum EscalationEnding {

	RESOLVED("quedó resuelto: el cliente puede usar el servicio de nuevo"), CLOSED("quedó cerrado"),
	WITHDRAWN("se retiró");

	private final String told;

	EscalationEnding(String told) {
		this.told = told;
	}

	/** In Spanish: the end of "el escalamiento…". */
	public String told() {
		return this.told;
	}

}
