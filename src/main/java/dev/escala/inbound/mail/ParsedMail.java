package dev.escala.inbound.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A mail as far as it can be understood. Nothing in it is trusted: anybody can write
 * anything into any header.
 *
 * @param headers the values of the top headers, by their names in lower case
 * @param sender the address in {@code From}, in lower case, or {@code null} where there
 * is none that mail could be sent to
 * @param senderName the name beside it, or what stands there instead, or empty
 * @param subject the subject on one line, or empty
 * @param sentAt what {@code Date} says, or {@code null}
 * @param messageId the mail's own id with its angle brackets, or {@code null}
 * @param references the ids of the mails that it answers, nearest first
 * @param text what the sender wrote, without the mail that they answer; may be empty
 * @param fullText the whole text
 * @param attachments the files
 * @param reports machine-readable parts: delivery status and returned headers
 * @param contentType the media type of the whole, in lower case
 * @param problems what could not be read, Spanish sentences
 */
public record ParsedMail(Map<String, List<String>> headers, String sender, String senderName, String subject,
		Instant sentAt, String messageId, List<String> references, String text, String fullText,
		List<Attachment> attachments, List<Report> reports, String contentType, List<String> problems) {

	public ParsedMail {
		headers = Map.copyOf(headers);
		references = List.copyOf(references);
		attachments = List.copyOf(attachments);
		reports = List.copyOf(reports);
		problems = List.copyOf(problems);
	}

	/** The first value of a header, or empty. */
	public String header(String name) {
		return this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).get(0);
	}

	/** A machine-readable part, with its media type in lower case. */
	public record Report(String type, String text) {
	}

}
