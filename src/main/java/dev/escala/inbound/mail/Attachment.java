package dev.escala.inbound.mail;

import java.util.regex.Pattern;

import dev.escala.text.Shortening;

/**
 * A file in a mail.
 *
 * @param name its name, safe to show and to save under
 * @param content what is in it
 */
public record Attachment(String name, byte[] content) {

	private static final int LONGEST_NAME = 120;

	/** What a file system or a command line takes for more than a name. */
	private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|;`$%&{}\\[\\]~#\\p{Cntrl}]");

	public Attachment {
		name = safe(name);
	}

	private static String safe(String name) {
		String line = (name == null) ? "" : MailText.line(name, 4000);
		// Some programs send the whole path.
		String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
		String plain = UNSAFE.matcher(last).replaceAll("_").replaceAll("^[. ]+|[. ]+$", "");
		if (plain.isEmpty()) {
			return "adjunto";
		}
		int dot = plain.lastIndexOf('.');
		String ending = (dot > 0 && plain.length() - dot <= 12) ? plain.substring(dot) : "";
		return (plain.length() <= LONGEST_NAME) ? plain
				: Shortening.withEllipsis(plain.substring(0, plain.length() - ending.length()),
						LONGEST_NAME - ending.length()) + ending;
	}

}
