package dev.escala.staffing;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * When somebody is away.
 *
 * @param id the absence
 * @param personId who is away
 * @param from the first instant of it
 * @param until the first instant after it
 * @param deputyId who stands in, or {@code null}
 * @param reason why, or {@code null}
 */
public record StoredAbsence(long id, UserId personId, Instant from, Instant until, UserId deputyId, String reason) {

	boolean isDuring(Instant start, Instant end) {
		return this.from.isBefore(end) && this.until.isAfter(start);
	}

}
