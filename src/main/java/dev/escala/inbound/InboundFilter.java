package dev.escala.inbound;

/**
 * Which mails are looked for.
 *
 * @param status only these, or {@code null} for all
 * @param text words of the sender, the subject or the case, or {@code null} for all
 */
public record InboundFilter(InboundMail.Status status, String text) {
}
