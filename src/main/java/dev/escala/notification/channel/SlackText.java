package dev.escala.notification.channel;

import dev.escala.text.Shortening;
import dev.escala.text.Storable;

/** Writes what somebody typed into a chat so that it is read and does nothing. */
final class SlackText {

	private static final int LONGEST = 300;

	/** Cannot be seen, and keeps two characters from meaning something together. */
	private static final String APART = "\u200B";

	private SlackText() {
	}

	/**
	 * One line that names nobody ({@code <!channel>}, {@code @all}), links nowhere under
	 * another name and leaves its line in the form that we gave it.
	 */
	static String escape(String text) {
		String line = Storable.storable(text).replaceAll("[\\p{Cntrl}\\s\u2028\u2029]+", " ").strip();
		return Shortening.withEllipsis(line, LONGEST)
			.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			// Mattermost and others read these out of plain text.
			.replace("@", "@" + APART)
			.replace("](", "]" + APART + "(")
			.replaceAll("([*_~`])", APART + "$1" + APART);
	}

}
