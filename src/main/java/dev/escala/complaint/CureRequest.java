package dev.escala.complaint;

import java.time.Instant;
import java.time.LocalDate;

import dev.escala.complaint.regime.Cure;

/**
 * What a customer was asked to complete before the complaint could be worked.
 *
 * @param missing what is missing, as the customer reads it
 * @param until the last date for it, at least that which the norms allow
 * @param requestedAt when they were asked
 * @param completion what they gave, or {@code null}
 * @param completedAt when it had come, or {@code null}
 */
public record CureRequest(String missing, LocalDate until, Instant requestedAt, String completion,
		Instant completedAt) {

	/** Whether it has not come yet. */
	public boolean isOpen() {
		return this.completedAt == null;
	}

	/** What of it the terms depend on. */
	public Cure asCure() {
		return new Cure(this.requestedAt, this.completedAt);
	}

}
