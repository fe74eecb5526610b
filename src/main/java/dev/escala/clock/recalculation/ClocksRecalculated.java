package dev.escala.clock.recalculation;

import dev.escala.reference.CaseNumber;

/**
 * The clocks of a matter were computed again; one that could not be measured before can
 * be started now.
 *
 * @param number the matter
 */
public record ClocksRecalculated(CaseNumber number) {

}
