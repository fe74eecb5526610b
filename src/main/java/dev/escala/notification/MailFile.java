package dev.escala.notification;

/**
 * A file that a mail carries. Its bytes are shared and not to be changed.
 *
 * @param name what the reader's program calls it, such as {@code receipt.pdf}
 * @param type its media type
 * @param content the file
 */
public record MailFile(String name, String type, byte[] content) {

	/**
	 * What a mail may carry, in bytes: many servers refuse 10 MB, and base64 adds a
	 * third.
	 */
	public static final int LARGEST = 5_000_000;

	public MailFile {
		if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
			throw new IllegalArgumentException("Not a name for every program: " + name);
		}
	}

}
