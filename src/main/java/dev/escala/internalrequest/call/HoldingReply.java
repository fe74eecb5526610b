package dev.escala.internalrequest.call;

import java.time.Instant;

/**
 * What is read aloud while the other side waits on the phone (000-18).
 *
 * @param sentence the words, in the language of the other side
 * @param promisedAt the moment that they name
 * @param language {@code es} or {@code en}
 */
public record HoldingReply(String sentence, Instant promisedAt, String language) {

	/**
	 * A reply that the other side said yes to, as it was sent.
	 *
	 * @param text the words that were read aloud
	 * @param promisedAt the moment that they named, for example
	 * {@code 2026-11-26T11:00:00Z} or, in the organisation's zone,
	 * {@code 2026-11-26T12:00}
	 */
	public record Input(String text, String promisedAt) {
	}

}
