package dev.escala.notification;

import dev.escala.reference.CaseNumber;

/**
 * Which messages are looked for.
 *
 * @param status only these, or {@code null} for all
 * @param channel only those sent this way, or {@code null} for all
 * @param caseNumber only those of this case, or {@code null} for all
 * @param text words of the recipient's name or address, the subject or the case, or
 * {@code null} for all
 */
public record OutboxFilter(OutboxMessage.Status status, Channel channel, CaseNumber caseNumber, String text) {
}
