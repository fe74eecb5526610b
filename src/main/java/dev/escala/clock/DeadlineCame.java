package dev.escala.clock;

/**
 * The timer of a deadline fired. Whoever knows that the clock was met at the last moment
 * says so before the miss is noticed.
 *
 * @param deadline the clock as its timer knew it
 */
public record DeadlineCame(Deadline deadline) {

}
