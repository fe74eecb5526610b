package dev.escala.notification.channel;

import dev.escala.reference.CaseNumber;

/**
 * A server took a message, and that is written down.
 *
 * @param caseNumber the case
 * @param step what the message is about
 */
public record MessageSent(CaseNumber caseNumber, String step) {
}
