package dev.escala.inbound.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;

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

	/**
	 * Whether a sender without an address is named just as we are, or by our department.
	 */
	boolean isName(String named) {
		String text = named.toLowerCase(Locale.ROOT);
		return !this.name.isEmpty() && (text.equals(this.name) || text.equals("atención al cliente de " + this.name)
				|| text.equals(this.name + " customer care"));
	}

	private static boolean isOfAddress(char c) {
		return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '+';
	}

	/**
	 * Whether a mail came because an address of ours is a list.
	 * @param headers the values of its headers, by their names in lower case
	 */
	boolean isOurList(Map<String, List<String>> headers) {
		String list = first(headers, "list-id");
		return !domain().isEmpty() && (list.endsWith("." + domain() + ">") || list.endsWith("." + domain()))
				|| first(headers, "list-post").contains("mailto:" + this.address);
	}

	private static String first(Map<String, List<String>> headers, String name) {
		return headers.getOrDefault(name, List.of("")).get(0).strip().toLowerCase(Locale.ROOT);
	}

	/** What comes after the {@code @}. */
	String domain() {
		return this.address.substring(this.address.lastIndexOf('@') + 1);
	}

}
