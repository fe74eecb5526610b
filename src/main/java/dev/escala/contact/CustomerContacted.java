package dev.escala.contact;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

/**
 * A customer turned to us during an open matter.
 *
 * @param number the matter
 * @param customerId the customer, or {@code null} where nobody knows who it was
 */
public record CustomerContacted(CaseNumber number, CustomerId customerId) {

}
