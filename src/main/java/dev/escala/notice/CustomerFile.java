package dev.escala.notice;

import java.util.Locale;

/**
 * A file for the customer of a matter, with the mail that brings it.
 *
 * @param step what the mail is about, as in {@link dev.escala.notification.Message}
 * @param template name of the mail's template
 * @param language of the mail
 * @param address where the customer wants it, or {@code null}: the person to whom we
 * write
 * @param attachment the file, as in {@link dev.escala.notification.Message}
 */
public record CustomerFile(String step, String template, Locale language, String address, String attachment) {
}
