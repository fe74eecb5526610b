package dev.escala.calendar.forecast;

import java.time.Instant;

import dev.escala.reference.CaseNumber;

/**
 * A deadline that a change of a calendar would move.
 *
 * @param number the case
 * @param clock the Spanish name of what is measured
 * @param before when it is due now
 * @param after when it would be due as it is counted, or {@code null} where that could
 * not be computed
 * @param fate what would become of it
 * @param fresh the end of the short term that it would get, or {@code null} where it
 * would get none
 */
public record MovedDeadline(CaseNumber number, String clock, Instant before, Instant after, Fate fate, Instant fresh) {

	/** Whether the change alone would end it. */
	public boolean dueNow() {
		return this.fate == Fate.FRESH_TERM || this.fate == Fate.OVER_BY_LAW;
	}

	/** What would become of it. */
	public enum Fate {

		/** It is due at another moment to come. */
		MOVED("Se mueve"),

		/** The change alone would end it: it gets a short term instead. */
		FRESH_TERM("Vencería ahora: plazo nuevo"),

		/** The change alone ends it, and a law wants that. */
		OVER_BY_LAW("Vence ahora: plazo legal"),

		/** It keeps its date, and a supervisor is asked to mend the cause. */
		UNMEASURABLE("No se puede contar: se queda como está");

		private final String label;

		Fate(String label) {
			this.label = label;
		}

		/** In Spanish. */
		public String label() {
			return this.label;
		}

	}

}
