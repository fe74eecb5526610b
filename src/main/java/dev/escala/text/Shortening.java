package dev.escala.text;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Shortens texts without cutting through a character. Whatever reads as one character, an
 * accented letter, a flag, a family, is there whole or not at all; a limit counts
 * {@code char}s, as our columns and {@code String.length()} do, and is never passed.
 */
public final class Shortening {

	private static final String MORE = "…";

	private Shortening() {
	}

	/** As much of the beginning as fits, and nothing that says that there was more. */
	public static String beginning(String text, int maximum) {
		return (text.length() <= maximum) ? text : text.substring(0, Characters.end(text, maximum));
	}

	/**
	 * As much of the beginning as fits with an ellipsis behind it.
	 * @param maximum longest length, at least 1: the ellipsis counts
	 */
	public static String withEllipsis(String text, int maximum) {
		return (text.length() <= maximum) ? text
				: text.substring(0, Characters.end(text, maximum - 1)).stripTrailing() + MORE;
	}

	/** The first line of a text, with an ellipsis where it is longer. */
	public static String firstLine(String text, int maximum) {
		return withEllipsis(text.lines().findFirst().orElse(""), maximum);
	}

	/**
	 * As many whole sentences as fit, where a reader does not stumble; where not even the
	 * first one fits, as many whole words, and of one endless word its beginning, with an
	 * ellipsis.
	 * @param maximum longest length, at least 1: the ellipsis counts
	 */
	public static String atSentence(String text, int maximum, Locale locale) {
		if (text.length() <= maximum) {
			return text;
		}
		int end = last(BreakIterator.getSentenceInstance(locale), text, maximum);
		if (end > 0) {
			return text.substring(0, end).strip();
		}
		end = last(BreakIterator.getWordInstance(locale), text, maximum - 1);
		if (end == 0) {
			end = Characters.end(text, maximum - 1);
		}
		return text.substring(0, end).replaceAll("[\\s,;:(]+$", "") + MORE;
	}

	/** The JDK finds words, and even sentences, that end within a character. */
	private static int last(BreakIterator breaks, String text, int maximum) {
		breaks.setText(text);
		int end = breaks.preceding(maximum + 1);
		return (end == BreakIterator.DONE) ? 0 : Characters.end(text, end);
	}

}
