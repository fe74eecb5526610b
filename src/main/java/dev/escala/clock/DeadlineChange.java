package dev.escala.clock;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * A deadline was moved.
 *
 * @param changedAt when
 * @param actor who or what moved it, a user id or {@code sistema}
 * @param dueBefore when it was due
 * @param dueAfter when it is due since
 * @param reason why, in Spanish
 */
public record DeadlineChange(Instant changedAt, UserId actor, Instant dueBefore, Instant dueAfter, String reason) {
}
