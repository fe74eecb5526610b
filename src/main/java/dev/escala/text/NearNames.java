package dev.escala.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What somebody may have meant who wrote a name that nobody knows. */
public final class NearNames {

	private NearNames() {
	}

	/** The most similar of some names, or empty where there are none. */
	public static Optional<String> nearest(String name, Iterable<String> known) {
		Map<String, Integer> distances = new LinkedHashMap<>();
		known.forEach(
				(one) -> distances.put(one, distance(name.toLowerCase(Locale.ROOT), one.toLowerCase(Locale.ROOT))));
		return distances.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
	}

	/**
	 * The most similar of some names, where no more than a third of its letters are
	 * wrong; else empty.
	 */
	public static Optional<String> near(String name, Iterable<String> known) {
		return nearest(name, known).filter(
				(one) -> distance(name.toLowerCase(Locale.ROOT), one.toLowerCase(Locale.ROOT)) * 3 <= name.length());
	}

	/** How many letters have to change (Levenshtein). */
	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int above = row[j];
				int same = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(same, Math.min(above, row[j - 1]) + 1);
				diagonal = above;
			}
		}
		return row[other.length()];
	}

}
