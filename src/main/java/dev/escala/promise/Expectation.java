package dev.escala.promise;

import java.time.Instant;

import dev.escala.validation.Fields;
import dev.escala.validation.SpokenDates;

/**
 * What the customer expects, asked before our estimate is said (003-03): it is often more
 * modest than what we would offer.
 *
 * @param words in the customer's own words
 * @param priority what matters most to them (003-02)
 * @param wantedAt the customer's own date, or {@code null} where they named none
 */
public record Expectation(String words, Priority priority, Instant wantedAt) {

	private static final int LONGEST = 2000;

	/**
	 * Reads what was written down.
	 * @throws dev.escala.validation.InvalidInputException naming what is missing
	 */
	static Expectation of(String words, String priority, String wantedAt, SpokenDates dates) {
		Fields fields = new Fields();
		String said = fields.required("expectation", "qué espera el cliente, con sus palabras", words, LONGEST);
		Priority most = fields.oneOf("expectedPriority", "qué es lo más importante para el cliente", priority,
				Priority.class, null);
		Instant date = dates.optional(fields, "expectedDate", "la fecha que espera el cliente", wantedAt);
		fields.done();
		return new Expectation(said, most, date);
	}

	/** What matters most to the customer. */
	public enum Priority {

		SOON("Cuanto antes, aunque sea provisional"), SOLID("Que quede bien, aunque tarde más"),
		DATE("Una fecha concreta"), INFORMED("Saber siempre cómo va");

		private final String label;

		Priority(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

}
