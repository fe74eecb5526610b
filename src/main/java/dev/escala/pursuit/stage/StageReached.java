package dev.escala.pursuit.stage;

import dev.escala.pursuit.Pursuit;
import dev.escala.reference.UserId;

/**
 * A pursuit has reached a stage; in the transaction in which it does.
 *
 * @param pursuit as it stands now
 * @param by who moved it
 * @param request what they want to buy, or {@code null} where nobody said it now
 */
public record StageReached(Pursuit pursuit, UserId by, String request) {
}
