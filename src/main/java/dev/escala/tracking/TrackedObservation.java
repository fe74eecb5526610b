package dev.escala.tracking;

import java.time.Instant;

/**
 * That we stay attentive after the end of a matter, as its customer sees it.
 *
 * @param until until when at least
 * @param asked whether this customer is asked whether it is still solved
 */
public record TrackedObservation(Instant until, boolean asked) {
}
