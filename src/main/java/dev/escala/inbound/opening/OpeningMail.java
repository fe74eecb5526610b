package dev.escala.inbound.opening;

import java.time.Instant;

/**
 * The mail with which a matter begins.
 *
 * @param id its id
 * @param sender the address that it names as its sender, or {@code null}
 * @param senderName the name beside it, or empty
 * @param subject the subject, or empty
 * @param text what its sender wrote, without the mail that they answer; may be empty
 * @param arrivedAt when our mail server got it
 * @param customer code or name of the customer, as whoever opens it typed it, or
 * {@code null}: whoever sent it
 * @param language in which language it is written, as they typed it, or {@code null}
 */
public record OpeningMail(long id, String sender, String senderName, String subject, String text, Instant arrivedAt,
		String customer, String language) {

}
