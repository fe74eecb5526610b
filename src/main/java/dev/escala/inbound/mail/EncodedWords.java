package dev.escala.inbound.mail;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Encoded words of headers (RFC 2047), as programs write them. */
final class EncodedWords {

	private static final Pattern WORD = Pattern
		.compile("=\\?([\\w.:-]{1,40})(?:\\*[\\w-]{0,20})?\\?([bBqQ])\\?([^?\\s]{0,2000})(?=\\?=)");

	/** Programs of Windows write more signs under these names than they have. */
	private static final Pattern LATIN = Pattern.compile("iso[-_]?8859[-_]1|latin-?1|l1|cp1252");

	private static final Pattern ASCII = Pattern.compile("(?:us-)?ascii|unknown(?:-8bit)?|x-unknown|utf8");

	private EncodedWords() {
	}

	/**
	 * The value with words that libraries understand: without a language behind the
	 * charset, in the charset that is meant, and filled up.
	 */
	static String mended(String value) {
		return WORD.matcher(value).replaceAll((word) -> Matcher.quoteReplacement(mended(word)));
	}

	private static String mended(MatchResult word) {
		String said = word.group(1).toLowerCase(Locale.ROOT);
		String charset = LATIN.matcher(said).matches() ? "windows-1252"
				: ASCII.matcher(said).matches() ? "utf-8" : said;
		String text = word.group(3);
		if (word.group(2).equalsIgnoreCase("b")) {
			String bare = text.replaceAll("=+$", "");
			text = bare + "=".repeat((4 - bare.length() % 4) % 4);
		}
		return "=?" + charset + "?" + word.group(2) + "?" + text;
	}

}
