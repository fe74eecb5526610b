package dev.escala.text;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where what people take for one character ends. Java 17 knows it in two places, neither
 * of them wholly: {@code \X} of its regular expressions follows Unicode's extended
 * grapheme clusters but parts the joined consonants of Devanagari; its
 * {@code BreakIterator} keeps those and parts flags, families and skin tones. A character
 * ends where both say so.
 */
final class Characters {

	private static final Pattern CLUSTER = Pattern.compile("\\X");

	private Characters() {
	}

	/**
	 * The last end of a character at or before a place, going once through what may
	 * belong together around it.
	 * @param maximum the place, before the end of the text
	 * @return the index behind the character; 0 where the first one does not fit
	 */
	static int end(String text, int maximum) {
		int start = plain(text, maximum);
		String around = text.substring(start);
		BreakIterator joined = BreakIterator.getCharacterInstance(Locale.ROOT);
		joined.setText(around);
		Matcher clusters = CLUSTER.matcher(around);
		int end = 0;
		int other = 0;
		while (start + end < maximum && clusters.find() && start + clusters.end() <= maximum) {
			while (other < clusters.end()) {
				other = joined.next();
			}
			end = (other == clusters.end()) ? other : end;
		}
		return start + end;
	}

	/** The last place up to another that lies between two plain letters or signs. */
	private static int plain(String text, int place) {
		int plain = place;
		while (plain > 0 && !(isPlain(text.charAt(plain - 1)) && isPlain(text.charAt(plain)))) {
			plain--;
		}
		return plain;
	}

	private static boolean isPlain(char c) {
		return c >= ' ' && c <= '~';
	}

}
