package dev.escala.servicelevel;

/** The named clocks of a case; there is never one single "due date". */
public enum ServiceClock {

	/** Stakeholders and customers know that the escalation exists (001-19). */
	FIRST_NOTICE("Primer aviso"),
	/** A named person owns the case (001-10). */
	ACKNOWLEDGEMENT("Acuse"),
	/** The customer has an answer: the plan, or a first update (001-08). */
	ANSWER("Respuesta"),
	/** The customer hears from us again (001-20). */
	UPDATE("Próxima actualización"),
	/** More parties are involved when the case is not resolved by then (001-23). */
	INVOLVE_PARTIES("Involucrar a más partes"),
	/** The customer can use the service again. */
	RESOLUTION("Resolución");

	private final String label;

	ServiceClock(String label) {
		this.label = label;
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
