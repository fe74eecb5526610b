package dev.escala.card;

import dev.escala.reference.CaseNumber;

/**
 * What a list of tasks says of the work that a task belongs to.
 *
 * @param number its number
 * @param subject what it is about, in a line
 * @param customer whom it is about, as far as it is known, or {@code null}
 * @param severity how bad it is, in a Spanish word, or {@code null} where nobody judges
 * that
 */
public record CardLine(CaseNumber number, String subject, String customer, String severity) {
}
