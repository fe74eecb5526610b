package dev.escala.pursuit.won;

import java.time.LocalDate;

import dev.escala.reference.CaseNumber;

/**
 * They have what was sold to them; in the transaction in which somebody says so.
 *
 * @param number the opportunity
 * @param day the day on which they got it
 */
public record Delivered(CaseNumber number, LocalDate day) {
}
