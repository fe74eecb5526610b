package dev.escala.text;

import java.util.Locale;
import java.util.Set;

/** In which of our languages somebody writes, by the small words that no text lacks. */
public final class WrittenLanguage {

	private static final Set<String> ENGLISH = Set.of("the", "and", "is", "my", "you", "i", "not", "have", "was", "for",
			"with", "this", "please", "your", "of", "to", "it", "in", "been", "we");

	private static final Set<String> SPANISH = Set.of("el", "la", "de", "que", "y", "es", "mi", "por", "para", "con",
			"los", "las", "una", "un", "se", "su", "en", "del", "pero", "lo");

	private WrittenLanguage() {
	}

	/** Either {@code en} or {@code es}; where nothing speaks for either, Spanish. */
	public static String of(String text) {
		int balance = 0;
		for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
			balance += ENGLISH.contains(word) ? 1 : SPANISH.contains(word) ? -1 : 0;
		}
		return (balance > 0) ? "en" : "es";
	}

}
