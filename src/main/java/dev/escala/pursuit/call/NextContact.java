package dev.escala.pursuit.call;

import java.time.Instant;

/**
 * What the protocol says after a try without an answer.
 *
 * @param at when the next one is due; where it stops, until when nobody is called
 * @param channel by which way
 * @param stop whether that is enough (004-17)
 * @param reason why, in Spanish
 */
public record NextContact(Instant at, CallChannel channel, boolean stop, String reason) {
}
