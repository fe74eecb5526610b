package dev.escala.notification;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * What a person did with a message.
 *
 * @param happenedAt when
 * @param actor user id
 * @param kind what
 * @param statusBefore how far the message had got
 * @param recipientBefore the address that it had
 * @param reason why, in the person's words
 */
public record OutboxAction(Instant happenedAt, UserId actor, Kind kind, OutboxMessage.Status statusBefore,
		String recipientBefore, String reason) {

	/** What can be done with a message. */
	public enum Kind {

		RESEND("Reenvió"), CANCEL("Canceló");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		/** What the person did, as a Spanish verb. */
		public String label() {
			return this.label;
		}

	}

}
