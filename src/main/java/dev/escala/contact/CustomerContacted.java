package dev.escala.contact;

/**
 * A customer turned to us during an open matter.
 *
 * @param number the matter
 * @param customerId the customer, or {@code null} where nobody knows who it was
 */
public record CustomerContacted(String number, Long customerId) {

}
