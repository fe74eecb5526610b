package dev.escala.database;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people type into the search, taken apart.
 *
 * @param number a pattern for LIKE of the numbers that may be meant, or {@code null}
 * @param words the words, each of which must be found
 * @param telephone digits of a telephone, or {@code null}
 */
record SearchText(String number, List<String> words, String telephone) {

	/** ESC-2026-000123, ESC-123, 2026-000123 or 123: the year alone is none. */
	private static final Pattern NUMBER = Pattern.compile("(?:([a-z]{2,5})-)?(?:(\\d{4})-(?=\\d))?0*(\\d{1,9})");

	private static final Pattern TELEPHONE = Pattern.compile("[+(]?[\\d ()./-]{6,}");

	private static final int MOST_WORDS = 10;

	/** Without the code of a country, which one wrote and the other did not. */
	private static final int TELEPHONE_DIGITS = 9;

	/**
	 * Takes a text apart.
	 * @param plain as {@code search_plain} makes it
	 */
	static SearchText of(String plain) {
		List<String> words = Arrays.stream(plain.split(" "))
			.filter((word) -> !word.isEmpty())
			.distinct()
			.limit(MOST_WORDS)
			.toList();
		Matcher matcher = NUMBER.matcher(plain);
		String number = matcher.matches() ? number(matcher) : null;
		return new SearchText(number, words, telephone(plain));
	}

	private static String number(Matcher matcher) {
		String kind = (matcher.group(1) == null) ? "%" : matcher.group(1).toUpperCase(Locale.ROOT);
		String year = (matcher.group(2) == null) ? "____" : matcher.group(2);
		return kind + "-" + year + "-" + String.format(Locale.ROOT, "%06d", Long.parseLong(matcher.group(3)));
	}

	private static String telephone(String plain) {
		String digits = plain.replaceAll("\\D", "");
		if (!TELEPHONE.matcher(plain).matches() || digits.length() < 6) {
			return null;
		}
		return digits.substring(Math.max(0, digits.length() - TELEPHONE_DIGITS));
	}

}
