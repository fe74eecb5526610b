package dev.escala.contact;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

/**
 * A customer turned to us during an open matter.
 *
 * @param number the matter
 * @param customerId the customer, or {@code null} where nobody knows who it was
 * @param by who wrote it down: the customer themselves, or somebody of the staff
 * @param said what they said, as staff read it
 */
public record CustomerContacted(CaseNumber number, CustomerId customerId, UserId by, String said) {

}
