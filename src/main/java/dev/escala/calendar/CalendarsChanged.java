package dev.escala.calendar;

import java.util.Set;

/**
 * Working time is counted differently from now on; published in the transaction that
 * changes it.
 *
 * @param codes the calendars that were edited or whose assignment changed
 * @param reason what happened, one Spanish sentence
 */
public record CalendarsChanged(Set<String> codes, String reason) {
}
