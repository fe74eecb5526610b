package dev.escala.complaint;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * Somebody lets a complaint go on that waited for an escalation, in the same transaction.
 *
 * @param number the complaint
 * @param by who
 * @param reason why it waits no longer
 */
public record ComplaintGoesOn(CaseNumber number, UserId by, String reason) {

}
