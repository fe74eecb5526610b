package dev.escala.pursuit.call;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * A call that was made.
 *
 * @param said what came of it
 * @param by who called
 * @param at when
 */
public record PursuitCall(SaidCall said, UserId by, Instant at) {
}
