package dev.escala.complaint.hold;

import java.time.Instant;
import java.time.LocalDate;

import dev.escala.reference.UserId;

/**
 * That a customer went to a body outside with a complaint.
 *
 * @param body its name
 * @param openedOn when they did
 * @param recordedBy who wrote it down
 * @param recordedAt when
 * @param outcome how it ended there, or {@code null} before
 * @param endedAt when that was written down, or {@code null}
 */
public record Dispute(String body, LocalDate openedOn, UserId recordedBy, Instant recordedAt, String outcome,
		Instant endedAt) {

	/** Whether it has not ended there. */
	public boolean isOpen() {
		return this.endedAt == null;
	}

}
