package dev.escala.inbound.opening;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A person gave a mail to a matter.
 *
 * @param number the matter
 * @param mailId the mail
 * @param arrivedAt when our mail server got it
 * @param by who gave it
 */
public record MailAssigned(CaseNumber number, long mailId, Instant arrivedAt, UserId by) {

}
