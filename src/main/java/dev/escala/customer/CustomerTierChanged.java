package dev.escala.customer;

import dev.escala.reference.CustomerId;

/**
 * A customer's contract is worth something else from now on; published in the transaction
 * that changes it.
 *
 * @param customerId the customer
 * @param name the customer's name
 * @param before the tier until now
 * @param after the tier from now on
 */
public record CustomerTierChanged(CustomerId customerId, String name, Tier before, Tier after) {
}
