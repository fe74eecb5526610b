package dev.escala.notice;

import java.time.Instant;

import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

/**
 * The proof that one affected customer was told that the escalation exists (001-19).
 *
 * @param id our id
 * @param customerId the customer, or {@code null} where nobody knows which it is
 * @param name the customer's name, or what was written
 * @param address where the notice went, or {@code null} where there is no address
 * @param messageId the message in the outbox, or {@code null} where there is none
 * @param state how far it got
 * @param stateAt since when
 * @param stateBy who said so: a user id, or an actor of the timeline
 * @param reason what the mail server said, how the customer knows, or why nobody has to
 * tell them; or {@code null}
 * @param settled whether the process of the case knows of the state
 */
public record FirstNotice(long id, CustomerId customerId, String name, String address, Long messageId, State state,
		Instant stateAt, UserId stateBy, String reason, boolean settled) {

	/** How far a notice got. */
	public enum State {

		PENDING("En camino"), SENT("Enviado"), FAILED("No llegó"), NO_ADDRESS("Sin dirección de correo"),
		/** The customer answered, or somebody told them otherwise. */
		ACKNOWLEDGED("Lo sabe"),
		/** A person decided that this customer need not be told. */
		WAIVED("No hace falta");

		private final String label;

		State(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

		/** Whether the customer is still without notice. */
		public boolean isOpen() {
			return this == PENDING || needsPerson();
		}

		/** Whether only a person can help. */
		public boolean needsPerson() {
			return this == FAILED || this == NO_ADDRESS;
		}

	}

	boolean isOpen() {
		return this.state.isOpen();
	}

	boolean needsPerson() {
		return this.state.needsPerson();
	}

}
