package dev.escala.level;

import dev.escala.clock.Deadline;

/**
 * A deadline passed unmet and its consequence is drawn; published once for each.
 *
 * @param deadline the clock
 * @param level the level that the matter reached by this very miss, or {@code null} where
 * it was at the top, or up already by the same omission
 */
public record DeadlineMissed(Deadline deadline, Integer level) {

}
