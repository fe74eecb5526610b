package dev.escala.matter;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A matter goes on after its end, in the same transaction.
 *
 * @param number the matter
 * @param by who reopened it; the customer and the system are users too
 * @param why what came back, in their words
 */
public record MatterReopened(CaseNumber number, UserId by, String why) {

}
