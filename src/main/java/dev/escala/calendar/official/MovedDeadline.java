package dev.escala.calendar.official;

import java.time.Instant;

import dev.escala.reference.CaseNumber;

/**
 * A deadline that a change of a calendar would move.
 *
 * @param number the case
 * @param clock the Spanish name of what is measured
 * @param before when it is due now
 * @param after when it would be due, or {@code null} where that could not be computed
 */
public record MovedDeadline(CaseNumber number, String clock, Instant before, Instant after) {

}
