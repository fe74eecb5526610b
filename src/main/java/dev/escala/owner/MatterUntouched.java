package dev.escala.owner;

import dev.escala.clock.Deadline;

/**
 * Nothing has happened in a matter for a while: its owner should hear of it; published
 * once for each stretch.
 *
 * @param deadline the clock that began with the last movement
 */
public record MatterUntouched(Deadline deadline) {

}
