package dev.escala.clock;

import java.util.EnumSet;
import java.util.Set;

/** The named clocks of a case; there is never one single "due date". */
public enum ServiceClock {

	/** Stakeholders and customers know that the escalation exists (001-19). */
	FIRST_NOTICE("Primer aviso"),
	/** A named person owns the case (001-10). */
	ACKNOWLEDGEMENT("Acuse"),
	/** The customer has an answer: the plan, or a first update (001-08). */
	ANSWER("Respuesta"),
	/** The customer hears from us again: runs from the answer on (001-20). */
	UPDATE("Próxima actualización"),
	/** More parties are involved when the case is not resolved by then (001-23). */
	INVOLVE_PARTIES("Involucrar a más partes"),
	/** The customer can use the service again. */
	RESOLUTION("Resolución"),
	/** Whoever wrote to us during an open matter has a reply (003-09). */
	CONTACT_REPLY("Respuesta al contacto del cliente"),
	/** The customer hears how the closing goes, until the case is closed (003-08). */
	CLOSING("Noticias del cierre"),
	/** The second level attends to what reached it (001-09). */
	LEVEL_2("Atención del nivel 2"),
	/** The third level attends to what reached it (001-09). */
	LEVEL_3("Atención del nivel 3"),
	/** The owner says whether a case still has to wait. */
	PAUSE_REVIEW("Revisión de la pausa"),
	/** The owner does something in the case. */
	ACTIVITY("Movimiento del caso");

	private static final Set<ServiceClock> FROM_REPORT = EnumSet.of(FIRST_NOTICE, ACKNOWLEDGEMENT, ANSWER,
			INVOLVE_PARTIES, RESOLUTION);

	private final String label;

	ServiceClock(String label) {
		this.label = label;
	}

	/** The customer's clocks, which begin with the report and never begin anew. */
	public static Set<ServiceClock> fromReport() {
		return EnumSet.copyOf(FROM_REPORT);
	}

	/**
	 * The clock of a level of the hierarchy.
	 * @param level 2 or 3
	 */
	public static ServiceClock ofLevel(int level) {
		return valueOf("LEVEL_" + level);
	}

	/** The Spanish name. */
	public String label() {
		return this.label;
	}

}
