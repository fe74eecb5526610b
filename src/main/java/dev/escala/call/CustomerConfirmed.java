package dev.escala.call;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A customer was asked by telephone whether it is still solved, and answered.
 *
 * @param number the matter
 * @param step the step whose message asked
 * @param by who called
 * @param agrees whether it is; else it has come back
 * @param note what they said
 */
public record CustomerConfirmed(CaseNumber number, String step, UserId by, boolean agrees, String note) {

}
