package dev.escala.followup;

import java.time.Instant;

import dev.escala.reference.CustomerId;

/**
 * Something ended after which somebody may ask how it goes.
 *
 * @param kind what it was
 * @param source the number of the matter, or of the document of a purchase
 * @param customerId whose it was
 * @param at when
 * @param served whether it came to its end, and was not withdrawn or joined to another
 * @param said whether the customer has told already how it went
 */
public record Ended(FollowUpKind kind, String source, CustomerId customerId, Instant at, boolean served, boolean said) {
}
