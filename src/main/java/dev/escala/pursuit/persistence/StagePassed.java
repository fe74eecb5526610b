package dev.escala.pursuit.persistence;

import java.time.Instant;

import dev.escala.pursuit.StageKind;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A step from one stage to another.
 *
 * @param number the prospect or opportunity
 * @param from code of the stage that it left, or {@code null} for its beginning
 * @param to code of the stage that it reached
 * @param name what the model called that stage
 * @param kind what that stage means
 * @param by who moved it
 * @param at when
 * @param said with which data, a Spanish line for each, or {@code null}
 */
public record StagePassed(CaseNumber number, String from, String to, String name, StageKind kind, UserId by, Instant at,
		String said) {
}
