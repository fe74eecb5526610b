package dev.escala.call;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

/**
 * A customer was told by telephone what others read by mail.
 *
 * @param number the matter
 * @param customerId the customer, or {@code null} where nobody knows which it is
 * @param name the customer's name, or what was written
 * @param step the step whose message it was
 * @param by who called
 */
public record CustomerCalled(CaseNumber number, CustomerId customerId, String name, String step, UserId by) {
}
