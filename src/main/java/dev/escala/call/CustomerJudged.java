package dev.escala.call;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A customer was asked by telephone whether they were heard and whether it is solved, and
 * answered (004-54).
 *
 * @param number the matter
 * @param step the step whose message asked
 * @param by who called
 * @param heard whether they feel heard
 * @param solved whether it is solved
 * @param note what they said
 */
public record CustomerJudged(CaseNumber number, String step, UserId by, boolean heard, boolean solved, String note) {

}
