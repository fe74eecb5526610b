package dev.escala.monitoring;

import java.time.Instant;

/**
 * Something that was found wrong, from when it was first seen until it is gone.
 *
 * @param id our id
 * @param kind the check that found it, see {@link SelfCheck#kind()}
 * @param subject what it is about
 * @param text what is wrong and what to do, in Spanish, as it was seen last
 * @param foundAt when it was seen first
 * @param lastSeenAt when it was seen last
 * @param toldAt when a mail about it was queued, or {@code null}
 * @param goneAt when it was seen no more, or {@code null} while it is wrong
 */
public record Finding(long id, String kind, String subject, String text, Instant foundAt, Instant lastSeenAt,
		Instant toldAt, Instant goneAt) {
}
