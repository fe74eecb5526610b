package dev.escala.pursuit.figure;

import java.time.Instant;

import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.StageKind;
import dev.escala.reference.CaseNumber;

/**
 * One stay of a prospect or an opportunity in a stage.
 *
 * @param number which of them
 * @param stage code of the stage
 * @param name what the model called it then
 * @param means what the stage means
 * @param from when it was reached
 * @param until when it was left, or {@code null} while it stands in it
 */
record StageVisit(CaseNumber number, PursuitKind kind, String stage, String name, StageKind means, Instant from,
		Instant until) {
}
