package dev.escala.escalation;

import java.time.Instant;

import dev.escala.reference.CustomerId;

/**
 * Something that belongs to a case (001-12 to 001-17, 001-28).
 *
 * @param id our id
 * @param kind what it is
 * @param text what was written: a name, a number, an issue
 * @param customerId the customer meant, for affected customers that we know
 * @param settledAt when it was settled, or {@code null}
 */
public record CaseDetail(long id, Kind kind, String text, CustomerId customerId, Instant settledAt) {

	/** What a detail is; the list is open, so there is {@link #OTHER}. */
	public enum Kind {

		AFFECTED_CUSTOMER("Cliente afectado"), AFFECTED_SERVICE("Servicio afectado"),
		LINKED_RECORD("Registro vinculado"), PROBLEM_RECORD("Registro de problema"), CONTACT("Contacto"),
		CUSTOMER_ISSUE("Asunto del cliente"), OTHER("Otro dato");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

		/** Whether the case stays open until this is settled (001-28). */
		public boolean keepsCaseOpen() {
			return this == LINKED_RECORD || this == CUSTOMER_ISSUE;
		}

	}

}
