package dev.escala.call;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A customer was told by telephone what others read by mail.
 *
 * @param number the matter
 * @param step the step whose message it was
 * @param by who called
 */
public record CustomerCalled(CaseNumber number, String step, UserId by) {

}
