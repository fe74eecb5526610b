package dev.escala.promise;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * A date that the other side of a spoken promise accepted.
 *
 * @param promisedAt the date
 * @param acceptedBy user id of who heard the yes
 * @param acceptedAt when
 * @param reason why it replaced the one before, or {@code null} for the first
 */
public record AgreedDate(Instant promisedAt, UserId acceptedBy, Instant acceptedAt, String reason) {
}
