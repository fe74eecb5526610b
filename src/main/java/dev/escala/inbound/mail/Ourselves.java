package dev.escala.inbound.mail;

import java.util.Locale;

/**
 * Who we are in a mail: only what we wrote may be taken off an answer.
 *
 * @param address the address from which Escala writes, in lower case
 * @param name the name beside it, or empty
 */
public record Ourselves(String address, String name) {

	public Ourselves {
		address = address.strip().toLowerCase(Locale.ROOT);
		name = name.strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether words that name a sender name us; a name counts only without an address.
	 */
	boolean wrote(String named) {
		String text = named.toLowerCase(Locale.ROOT);
		if (text.indexOf('@') < 0) {
			return !this.name.isEmpty() && text.contains(this.name);
		}
		int at = text.indexOf(this.address);
		// Not the end of a longer address.
		return at >= 0 && (at == 0 || !isOfAddress(text.charAt(at - 1))) && (at + this.address.length() == text.length()
				|| !isOfAddress(text.charAt(at + this.address.length())));
	}

	private static boolean isOfAddress(char c) {
		return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '+';
	}

	/** What comes after the {@code @}. */
	String domain() {
		return this.address.substring(this.address.lastIndexOf('@') + 1);
	}

}
