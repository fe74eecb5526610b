package dev.escala.clock;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * A stretch of time during which the clocks of a case stand still that may.
 *
 * @param reason why
 * @param note what exactly is awaited, or {@code null}
 * @param startedAt when it began
 * @param startedBy who paused, a user id or {@code sistema}
 * @param endedAt when it was over, or {@code null} while it lasts
 * @param endedBy who resumed, or {@code null}
 */
public record Pause(Reason reason, String note, Instant startedAt, UserId startedBy, Instant endedAt, UserId endedBy) {

	public boolean isOpen() {
		return this.endedAt == null;
	}

	public Pause ended(Instant at, UserId by) {
		return new Pause(this.reason, this.note, this.startedAt, this.startedBy,
				at.isBefore(this.startedAt) ? this.startedAt : at, by);
	}

	public boolean covers(Instant instant) {
		return !instant.isBefore(this.startedAt) && (isOpen() || instant.isBefore(this.endedAt));
	}

	/** What a case waits for. */
	public enum Reason {

		CUSTOMER("Espera al cliente"), SUPPLIER("Espera a un proveedor"), EVIDENCE("Espera pruebas o datos"),
		/**
		 * Between the resolution and the day on which the customer had the problem again.
		 */
		RESOLVED("Resuelto hasta que se reabrió");

		private final String label;

		Reason(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

}
