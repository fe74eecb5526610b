package dev.escala.requirements;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers of requirements in a text: one alone, several from one to another, and
 * those of the same document shortened behind a comma. A range may go over the end of a
 * line of a comment.
 */
final class Citations {

	private static final String NUMBER = "00\\d-\\d\\d(?![\\w-])";

	private static final Pattern ONE = Pattern
		.compile("(?<![\\w-])(" + NUMBER + ")(?: to (" + NUMBER + "))?((?:, -\\d\\d(?![\\w-]))*)");

	private static final Pattern SHORT = Pattern.compile("-(\\d\\d)");

	private static final Pattern END_OF_LINE = Pattern.compile("\\s*\\R\\s*(?:\\*(?!/)|//|--|#)?\\s*");

	private Citations() {
	}

	static Set<String> in(String text) {
		Set<String> numbers = new TreeSet<>();
		Matcher one = ONE.matcher(END_OF_LINE.matcher(text).replaceAll(" "));
		while (one.find()) {
			numbers.add(one.group(1));
			if (one.group(2) != null) {
				numbers.addAll(range(one.group(1), one.group(2)));
			}
			Matcher shortened = SHORT.matcher(one.group(3));
			while (shortened.find()) {
				numbers.add(one.group(1).substring(0, 4) + shortened.group(1));
			}
		}
		return numbers;
	}

	/** What cannot be counted through stays as its two ends, one of which is wrong. */
	private static Set<String> range(String first, String last) {
		Set<String> numbers = new TreeSet<>(Set.of(last));
		if (first.substring(0, 3).equals(last.substring(0, 3))) {
			for (int item = item(first); item < item(last); item++) {
				numbers.add("%s-%02d".formatted(first.substring(0, 3), item));
			}
		}
		return numbers;
	}

	static int item(String number) {
		return Integer.parseInt(number.substring(4));
	}

}
