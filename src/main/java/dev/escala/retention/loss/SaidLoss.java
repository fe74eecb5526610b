package dev.escala.retention.loss;

/**
 * A loss as somebody typed it.
 *
 * @param customer code or name of the customer
 * @param lostOn the day, {@code dd/mm/aaaa}
 * @param cause code of the table of causes
 * @param lesson what is learned of it
 */
public record SaidLoss(String customer, String lostOn, String cause, String lesson) {
}
