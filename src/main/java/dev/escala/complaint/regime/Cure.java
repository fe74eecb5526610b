package dev.escala.complaint.regime;

import java.time.Instant;

/**
 * The customer was asked for something without which the complaint cannot be worked.
 *
 * @param requestedAt when they were asked
 * @param completedAt when all of it had come, or {@code null} while it has not
 */
public record Cure(Instant requestedAt, Instant completedAt) {

	boolean isOpen() {
		return this.completedAt == null;
	}

}
