package dev.escala.pursuit;

import java.time.Instant;

/**
 * Where a pursuit stands.
 *
 * @param stage the code of the stage in the model
 * @param name what the model calls it
 * @param kind what it means
 * @param since when it was reached; staying in it changes nothing
 */
public record Standing(String stage, String name, StageKind kind, Instant since) {
}
