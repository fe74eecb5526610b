package dev.escala.inbound.mail;

/**
 * Words for people in parentheses, which structured headers may have (RFC 5322, 3.2.2).
 */
final class HeaderComments {

	private HeaderComments() {
	}

	/** The value without them; one that does not end is none. */
	static String without(String value) {
		StringBuilder kept = new StringBuilder(value.length());
		int depth = 0;
		int opened = 0;
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '(') {
				opened = (depth++ == 0) ? i : opened;
			}
			else if (c == ')' && depth > 0) {
				depth--;
			}
			else if (depth == 0) {
				kept.append(c);
			}
		}
		return (depth == 0) ? kept.toString() : kept + value.substring(opened);
	}

}
