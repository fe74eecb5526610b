package dev.escala.pursuit.interest;

import java.time.Instant;

/**
 * What was taken for spam and costs nobody time.
 *
 * @param id by what it is known
 * @param receivedAt when it came
 * @param suspicion why it was taken for spam
 * @param said what it says
 */
public record SetAside(long id, Instant receivedAt, Suspicion suspicion, SaidLead said) {
}
