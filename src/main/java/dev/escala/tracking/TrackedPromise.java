package dev.escala.tracking;

import java.time.Instant;

/**
 * A promise as the customer sees it.
 *
 * @param content what is promised
 * @param agreedAt the date that they agreed to, or {@code null} before they did
 * @param proposed a date that waits for their answer, or {@code null}
 */
public record TrackedPromise(String content, Instant agreedAt, Proposed proposed) {

	/**
	 * A date that waits for the customer's answer.
	 *
	 * @param id names this very proposal
	 * @param content what would be promised
	 * @param date by when
	 * @param reason why another date than the agreed one, or {@code null}
	 * @param alternative what else we can offer, or {@code null}
	 * @param alternativeDate by when that would be, or {@code null} where it cannot be
	 * picked
	 */
	public record Proposed(long id, String content, Instant date, String reason, String alternative,
			Instant alternativeDate) {
	}

}
