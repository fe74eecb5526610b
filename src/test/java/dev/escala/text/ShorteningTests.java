package dev.escala.text;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is too long gets shorter, and every character that stays is whole. */
class ShorteningTests {

	private static final Locale SPANISH = Locale.forLanguageTag("es-ES");

	/** What reads as one character and is several {@code char}s. */
	static Stream<Arguments> characters() {
		return Stream.of(Arguments.of("an emoji", "😀"), Arguments.of("a skin tone", "👍🏽"),
				Arguments.of("a family", "👨‍👩‍👧‍👦"), Arguments.of("a profession", "👩🏽‍⚕️"),
				Arguments.of("a handshake of two tones", "🫱🏻‍🫲🏿"), Arguments.of("a flag", "🇪🇸"),
				Arguments.of("a flag made of tags",
						"\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F"),
				Arguments.of("a flag made of two signs", "🏳️‍🌈"), Arguments.of("a keycap", "1\uFE0F\u20E3"),
				Arguments.of("a coloured heart", "❤️"), Arguments.of("a combining accent", "e\u0301"),
				Arguments.of("three accents on one letter", "o\u0302\u0301\u0323"),
				Arguments.of("a Hangul syllable in its letters", "\u1112\u1161\u11AB"),
				Arguments.of("a Hangul syllable and a letter", "\uAC00\u11A8"),
				Arguments.of("a Devanagari vowel sign", "\u0928\u093F"),
				Arguments.of("joined Devanagari consonants", "\u0915\u094D\u0937\u093F"),
				Arguments.of("a Tamil vowel sign", "\u0BA8\u0BBF"), Arguments.of("a Thai vowel", "\u0E01\u0E33"),
				Arguments.of("an ideograph beyond 16 bits", "𠮷"), Arguments.of("a line break", "\r\n"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("characters")
	@DisplayName("A character is there whole or not at all, wherever the limit falls")
	void wholeOrAbsent(String kind, String character) {
		String text = "ab" + character + "cd";

		for (int maximum = 0; maximum < 2 + character.length(); maximum++) {
			assertThat(Shortening.beginning(text, maximum)).isEqualTo("ab".substring(0, Math.min(2, maximum)));
		}
		assertThat(Shortening.beginning(text, 2 + character.length())).isEqualTo("ab" + character);
		assertThat(Shortening.beginning(text, 3 + character.length())).isEqualTo("ab" + character + "c");
		assertThat(Shortening.beginning(text, text.length())).isEqualTo(text);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("characters")
	@DisplayName("Of many such characters in a row as many stay as fit")
	void manyInARow(String kind, String character) {
		String text = character.repeat(9);
		int size = character.length();

		assertThat(Shortening.beginning(text, 3 * size)).isEqualTo(character.repeat(3));
		assertThat(Shortening.beginning(text, 4 * size - 1)).isEqualTo(character.repeat(3));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("characters")
	@DisplayName("The ellipsis counts, and never stands behind half a character")
	void ellipsis(String kind, String character) {
		String text = "ab" + character + "cd";
		int size = character.length();

		assertThat(Shortening.withEllipsis(text, 2 + size)).isEqualTo("ab…");
		assertThat(Shortening.withEllipsis(text, 3 + size)).isEqualTo(("ab" + character).stripTrailing() + "…");
		assertThat(Shortening.withEllipsis(text, text.length())).isEqualTo(text);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("characters")
	@DisplayName("A word without end is not cut within a character either")
	void endlessWord(String kind, String character) {
		String text = ("ab" + character).strip() + "c".repeat(30);

		for (int maximum = 3; maximum < 3 + character.strip().length(); maximum++) {
			assertThat(Shortening.atSentence(text, maximum, SPANISH)).isIn("ab…", "ab" + character.strip() + "…");
		}
	}

	@Test
	@DisplayName("A space before the ellipsis goes; a text that fits stays as it is")
	void blanks() {
		assertThat(Shortening.withEllipsis("El pedido no llega", 11)).isEqualTo("El pedido…");
		assertThat(Shortening.withEllipsis("El pedido ", 10)).isEqualTo("El pedido ");
		assertThat(Shortening.withEllipsis("abc", 1)).isEqualTo("…");
		assertThat(Shortening.beginning("", 0)).isEmpty();
	}

	@Test
	@DisplayName("As many whole sentences as fit, then whole words, then the beginning of the word")
	void sentences() {
		String text = "El pedido no llega. Lo esperan el lunes. Nadie contesta.";

		assertThat(Shortening.atSentence(text, text.length(), SPANISH)).isEqualTo(text);
		assertThat(Shortening.atSentence(text, 50, SPANISH)).isEqualTo("El pedido no llega. Lo esperan el lunes.");
		assertThat(Shortening.atSentence(text, 30, SPANISH)).isEqualTo("El pedido no llega.");
		assertThat(Shortening.atSentence(text, 15, SPANISH)).isEqualTo("El pedido no…");
		assertThat(Shortening.atSentence("Falta (según el cliente) todo", 8, SPANISH)).isEqualTo("Falta…");
		assertThat(Shortening.atSentence("Interminable", 6, SPANISH)).isEqualTo("Inter…");
	}

	@Test
	@DisplayName("Whole words with emoji keep them whole, where the JDK's words do not")
	void wordsWithEmoji() {
		String family = "👨‍👩‍👧‍👦";
		String text = "Hola " + family + family + " adiós";

		assertThat(Shortening.atSentence(text, 5 + family.length() + 4, SPANISH)).isEqualTo("Hola " + family + "…");
		assertThat(Shortening.atSentence(text, 5 + 4, SPANISH)).isEqualTo("Hola…");
	}

	@Test
	@DisplayName("A character longer than the limit is absent, however long")
	void endlessCharacter() {
		assertThat(Shortening.beginning("a" + "\u0301".repeat(1000), 200)).isEmpty();
		assertThat(Shortening.withEllipsis("x a" + "\u0301".repeat(1000), 200)).isEqualTo("x…");
	}

	@Test
	@DisplayName("Half a pair that somebody sent does not stop the shortening")
	void brokenText() {
		assertThat(Shortening.beginning("a\uD83Db", 2)).isEqualTo("a\uD83D");
		assertThat(Shortening.beginning("a\uDE00b", 1)).isEqualTo("a");
	}

}
