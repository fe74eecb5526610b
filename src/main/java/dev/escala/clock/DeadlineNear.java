package dev.escala.clock;

/**
 * A deadline is near that somebody can still meet; published once for each.
 *
 * @param deadline the clock
 */
public record DeadlineNear(Deadline deadline) {

}
