package dev.escala.letter.check;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads phrases as process owners write them: {@code (a|b)} is one of several words,
 * {@code word*} any ending, {@code ...} up to four words between. Case, accents and line
 * breaks do not matter.
 */
final class Phrases {

	private static final String GAP = "(?:[\\s,;:]+[\\p{L}\\p{N}«»'-]+){0,4}[\\s,;:]+";

	private Phrases() {
	}

	/** Turns a phrase into a pattern for {@link #plain} text. */
	static Pattern compile(String phrase) {
		StringBuilder regex = new StringBuilder("(?<![\\p{L}\\p{N}])");
		String text = plain(phrase).strip().replaceAll("\\s*\\.\\.\\.\\s*", "\u2026");
		for (char c : text.toCharArray()) {
			switch (c) {
				case '\u2026' -> regex.append(GAP);
				case '(' -> regex.append("(?:");
				case ')', '|' -> regex.append(c);
				case '*' -> regex.append("\\p{L}*");
				case ' ' -> regex.append("\\s+");
				default -> regex.append(Pattern.quote(String.valueOf(c)));
			}
		}
		return Pattern.compile(regex.append("(?![\\p{L}\\p{N}])").toString());
	}

	/** The text with accents in one piece, so that {@link #plain} keeps its length. */
	static String composed(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	/** Lower case without accents; as long as the composed text. */
	static String plain(String composed) {
		StringBuilder plain = new StringBuilder(composed.length());
		for (char c : composed.toCharArray()) {
			char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
			String lower = String.valueOf(base).toLowerCase(Locale.ROOT);
			plain.append((lower.length() == 1) ? lower.charAt(0) : base);
		}
		return plain.toString();
	}

}
