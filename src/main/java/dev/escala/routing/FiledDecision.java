package dev.escala.routing;

import dev.escala.reference.CaseNumber;

/**
 * A recorded decision with the case for which it was taken.
 *
 * @param number the case or request
 * @param decision what was decided
 */
public record FiledDecision(CaseNumber number, RecordedDecision decision) {
}
