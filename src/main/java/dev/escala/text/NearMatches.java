package dev.escala.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Guesses what somebody meant who mistyped a name. */
public final class NearMatches {

	private static final int AT_MOST = 3;

	private NearMatches() {
	}

	/**
	 * Up to three candidates, the nearest first.
	 * @param names what people may have meant to write for a candidate
	 */
	public static <T> List<T> of(String typed, Collection<T> candidates, Function<T, List<String>> names) {
		String wanted = plain(typed);
		int limit = Math.max(1, Math.min(3, wanted.length() / 3));
		record Near<T>(T candidate, int distance) {
		}
		return candidates.stream()
			.map((candidate) -> new Near<>(candidate,
					names.apply(candidate)
						.stream()
						.mapToInt((name) -> far(wanted, plain(name)))
						.min()
						.orElse(Integer.MAX_VALUE)))
			.filter((near) -> near.distance() <= limit)
			.sorted(Comparator.comparingInt(Near<T>::distance)
				.thenComparing((near) -> names.apply(near.candidate()).get(0)))
			.limit(AT_MOST)
			.map(Near::candidate)
			.toList();
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replace(' ', '_');
	}

	/** Whoever writes a part of a name is nearly right. */
	private static int far(String wanted, String name) {
		return (wanted.length() >= 4 && name.contains(wanted)) ? 1 : distance(wanted, name);
	}

	/** How many letters must change, come or go, after Levenshtein. */
	private static int distance(String one, String other) {
		int[] above = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			above[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] row = new int[other.length() + 1];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int change = above[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
			}
			above = row;
		}
		return above[other.length()];
	}

}
