package dev.escala.timeline;

import java.time.Instant;

/**
 * One thing that happened to a case.
 *
 * @param happenedAt when
 * @param actor user id of the person who did it, {@link #SYSTEM} or {@link #CUSTOMER}
 * @param text one Spanish sentence
 */
public record TimelineEntry(Instant happenedAt, String actor, String text) {

	/** The actor where no person acted: a timer, an import, a rule. */
	public static final String SYSTEM = "sistema";

	/** The actor where the customer acted, on the page of the case. */
	public static final String CUSTOMER = "cliente";

}
