package dev.escala.notification;

import java.time.Instant;

import dev.escala.reference.CaseNumber;

/**
 * A queued message and how far it got.
 *
 * @param id our id, also in the mail's Message-ID and in {@code webhook-id}
 * @param step what it is about
 * @param channel how it is sent
 * @param recipient the e-mail address, or the name of an endpoint
 * @param subject the subject as sent
 * @param status how far it got
 * @param createdAt when it was queued
 * @param sentAt when the server took it, or {@code null}
 * @param attempts how often it was tried
 * @param error what the server or the network said last, or {@code null}
 */
public record OutboxMessage(long id, CaseNumber caseNumber, String step, Channel channel, String recipient,
		String subject, Status status, Instant createdAt, Instant sentAt, int attempts, String error) {

	/** How far a message got. */
	public enum Status {

		PENDING("Pendiente"), SENDING("Enviándose"), SENT("Enviado"), FAILED("No se pudo enviar"),
		UNKNOWN("No se sabe si llegó"),
		/** A person decided that it is not sent. */
		CANCELLED("Cancelado");

		private final String label;

		Status(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

}
