package dev.escala.pipeline;

import dev.escala.customer.Customer;

/**
 * Somebody outside to whom we may commit: a prospect or a customer.
 *
 * @param kind which of both
 * @param id its id among those of its kind
 * @param code the short code that people type
 * @param name full name
 * @param sector what a prospect does, or {@code null}; {@code null} for a customer
 * @param employees how many people work for a prospect (000-21), or {@code null};
 * {@code null} for a customer
 * @param language language of messages, {@code es} or {@code en}
 */
public record Party(Kind kind, long id, String code, String name, String sector, Integer employees, String language) {

	static Party of(Customer customer) {
		return new Party(Kind.CUSTOMER, customer.id().value(), customer.code(), customer.name(), null, null,
				customer.language());
	}

	static Party of(Prospect prospect) {
		return new Party(Kind.PROSPECT, prospect.id(), prospect.code(), prospect.name(), prospect.sector(),
				prospect.employees(), prospect.language());
	}

	/** What somebody outside can be for us. */
	public enum Kind {

		PROSPECT("Prospecto"), CUSTOMER("Cliente");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

}
