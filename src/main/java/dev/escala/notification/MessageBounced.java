package dev.escala.notification;

import dev.escala.reference.CaseNumber;

/**
 * A mail server sent a message back: its recipient does not have it.
 *
 * @param id the message
 * @param caseNumber the case
 * @param recipient the e-mail address
 * @param reason what is wrong, in Spanish, with what the server said
 */
public record MessageBounced(long id, CaseNumber caseNumber, String recipient, String reason) {
}
