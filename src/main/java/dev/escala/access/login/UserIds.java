package dev.escala.access.login;

import dev.escala.text.Shortening;

/** Names that people log in with, as they were typed. */
final class UserIds {

	private static final int LONGEST = 64;

	private UserIds() {
	}

	/** Anything else would reach PostgreSQL as text that it cannot store. */
	static boolean arePossible(String user) {
		return user != null && !user.isEmpty() && user.length() <= LONGEST
				&& user.chars().noneMatch((c) -> Character.isISOControl(c) || Character.isSurrogate((char) c));
	}

	/** For a log: one line, whatever was typed. */
	static String printable(String user) {
		String shown = Shortening.beginning(String.valueOf(user), LONGEST);
		return "\"" + shown.replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]|[\"\\\\]", "?") + "\"";
	}

}
