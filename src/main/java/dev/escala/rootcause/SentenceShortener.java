package dev.escala.rootcause;

import java.text.BreakIterator;
import java.util.Locale;

/** Shortens a text where a reader does not stumble: at the end of a sentence. */
final class SentenceShortener {

	private SentenceShortener() {
	}

	/**
	 * The text with as many whole sentences as fit; where not even the first one fits, as
	 * many whole words with an ellipsis.
	 * @param maximum longest length in characters, at least 2
	 */
	static String shorten(String text, int maximum, Locale locale) {
		if (text.length() <= maximum) {
			return text;
		}
		int end = lastBreak(BreakIterator.getSentenceInstance(locale), text, maximum);
		if (end > 0) {
			return text.substring(0, end).strip();
		}
		end = lastBreak(BreakIterator.getWordInstance(locale), text, maximum - 1);
		if (end <= 0) {
			// One endless word: cut it, but not through a surrogate pair.
			end = Character.isHighSurrogate(text.charAt(maximum - 2)) ? maximum - 2 : maximum - 1;
		}
		return text.substring(0, end).replaceAll("[\\s,;:(]+$", "") + "…";
	}

	private static int lastBreak(BreakIterator breaks, String text, int maximum) {
		breaks.setText(text);
		int end = breaks.preceding(maximum + 1);
		return (end == BreakIterator.DONE) ? 0 : end;
	}

}
