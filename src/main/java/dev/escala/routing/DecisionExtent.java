package dev.escala.routing;

import java.time.Instant;

/**
 * A part of all that was decided.
 *
 * @param first id of the first record
 * @param last id of the last record
 * @param from the earliest instant, or {@code null} for any
 * @param until the instant before which it was decided, or {@code null} for any
 * @param count how many records there are in it
 */
public record DecisionExtent(long first, long last, Instant from, Instant until, long count) {
}
