package dev.escala.demo.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.escala.text.Shortening;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/**
 * A mail as the mailbox shows it.
 *
 * @param id name of its file without ending; newer mails have greater ids
 * @param receivedAt when it arrived
 * @param from who sent it, as the mail says
 * @param to whom it was sent to, as the mail says
 * @param subject its subject, perhaps empty
 * @param text its plain text, perhaps empty
 * @param html its HTML, or {@code null}; written by anybody, so never to be trusted
 * @param headers its headers in their order
 * @param files what the files are called that came with it, in their order
 */
record Mail(String id, Instant receivedAt, String from, String to, String subject, String text, String html,
		List<Field> headers, List<String> files) {

	private static final int PREVIEW_LENGTH = 140;

	/** Reads a mail that arrived. */
	static Mail read(String id, Instant receivedAt, MimeMessage message) throws MessagingException, IOException {
		List<Field> headers = Collections.list(message.getAllHeaders())
			.stream()
			.map((header) -> new Field(header.getName(), decoded(header)))
			.toList();
		String text = find(message, "text/plain");
		String subject = message.getSubject();
		return new Mail(id, receivedAt, header(headers, "From"), header(headers, "To"),
				(subject == null) ? "" : subject, (text == null) ? "" : text, find(message, "text/html"), headers,
				files(message).stream().map(File::name).toList());
	}

	/** The files that came with a mail, in their order. */
	static List<File> files(Part part) throws MessagingException, IOException {
		if (part.getFileName() != null) {
			try (InputStream stream = part.getInputStream()) {
				return List.of(new File(MimeUtility.decodeText(part.getFileName()), stream.readAllBytes()));
			}
		}
		List<File> files = new ArrayList<>();
		if (part.getContent() instanceof Multipart multipart) {
			for (int i = 0; i < multipart.getCount(); i++) {
				files.addAll(files(multipart.getBodyPart(i)));
			}
		}
		return files;
	}

	/** The beginning of the text, in one line. */
	public String preview() {
		String line = this.text.replaceAll("\\s+", " ").strip();
		return Shortening.withEllipsis(line, PREVIEW_LENGTH);
	}

	private static String header(List<Field> headers, String name) {
		return headers.stream()
			.filter((field) -> field.name().equalsIgnoreCase(name))
			.map(Field::value)
			.findFirst()
			.orElse("");
	}

	private static String decoded(Header header) {
		try {
			return MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
		}
		catch (java.io.UnsupportedEncodingException ex) {
			return header.getValue();
		}
	}

	private static String find(Part part, String type) throws MessagingException, IOException {
		if (part.isMimeType(type)) {
			return part.getContent().toString();
		}
		if (part.getContent() instanceof Multipart multipart) {
			for (int i = 0; i < multipart.getCount(); i++) {
				BodyPart child = multipart.getBodyPart(i);
				String found = find(child, type);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	/** A file that came with a mail. */
	record File(String name, byte[] content) {
	}

	/**
	 * A header.
	 *
	 * @param name its name as sent
	 * @param value its value, decoded and in one line
	 */
	record Field(String name, String value) {
	}

}
