package dev.escala.notice;

/**
 * A mail to a customer as it would be sent now.
 *
 * @param recipientName who would read it
 * @param customerName the customer
 * @param nextDate when they would hear from us again as the mail may say it, or
 * {@code null}
 * @param subject the subject
 * @param text the plain text
 */
public record CustomerMail(String recipientName, String customerName, String nextDate, String subject, String text) {
}
