package dev.escala.complaint.key;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The key of a complaint")
class ComplaintKeyTests {

	private static final String ALPHABET = "23456789CDFHJKMPQRTVWXY";

	private final SecureRandom random = new SecureRandom();

	@Test
	@DisplayName("is four groups of four, without vowels and without what looks like something else, and has 67 random bits")
	void speakable() {
		Set<String> drawn = new HashSet<>();
		for (int i = 0; i < 2000; i++) {
			String key = ComplaintKey.random(this.random).toString();
			assertThat(key).matches("(?:[2-9CDFHJKMPQRTVWXY]{4}-){3}[2-9CDFHJKMPQRTVWXY]{4}");
			assertThat(drawn.add(key)).isTrue();
		}
		for (int place : List.of(0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13, 15, 16, 17)) {
			assertThat(drawn.stream().map((key) -> key.charAt(place)).distinct()).as("place %d", place)
				.hasSize(ALPHABET.length());
		}
		assertThat(15 * Math.log(ALPHABET.length()) / Math.log(2)).isGreaterThan(60);
	}

	@Test
	@DisplayName("is read however it is typed: small letters, blanks, other dashes, no hyphens")
	void typed() {
		ComplaintKey key = ComplaintKey.random(this.random);
		String text = key.toString();
		String bare = text.replace("-", "");

		for (String typed : List.of(text, bare, text.toLowerCase(Locale.ROOT), "  " + text.replace('-', ' ') + "\n",
				text.replace("-", " - "), text.replace('-', '–'), text.replace("-", "\u00A0"), String.join(".", text),
				bare.replaceAll("(.)", "$1 "), "\u200B" + text, wide(bare))) {
			assertThat(ComplaintKey.read(typed)).as(typed).contains(key);
		}
		assertThat(ComplaintKey.read(text)).get().hasToString(text);
	}

	@Test
	@DisplayName("is not read with one wrong character, with two neighbours swapped, or with one too many or too few")
	void mistyped() {
		for (int round = 0; round < 50; round++) {
			String key = ComplaintKey.random(this.random).characters();
			for (int place = 0; place < key.length(); place++) {
				for (char other : ALPHABET.toCharArray()) {
					String typed = key.substring(0, place) + other + key.substring(place + 1);
					assertThat(ComplaintKey.read(typed).isPresent()).as(typed).isEqualTo(typed.equals(key));
				}
				assertThat(ComplaintKey.read(key.substring(0, place) + key.substring(place + 1))).isEmpty();
				assertThat(ComplaintKey.read(key.substring(0, place) + 'X' + key.substring(place))).isEmpty();
			}
			for (int place = 0; place + 1 < key.length(); place++) {
				String typed = key.substring(0, place) + key.charAt(place + 1) + key.charAt(place)
						+ key.substring(place + 2);
				assertThat(ComplaintKey.read(typed).isPresent()).as(typed).isEqualTo(typed.equals(key));
			}
		}
	}

	@Test
	@DisplayName("is nothing else: no empty text, no looked-alike letters, no number of a matter, no novel")
	void nonsense() {
		for (String typed : List.of("", "   ", "QUE-2026-000001", "OOOO-IIII-LLLL-UUUU", "0000-1111-0000-1111",
				"C7RK49XWH3PM8TD\u0000", "ÑÑÑÑ-ÑÑÑÑ-ÑÑÑÑ-ÑÑÑÑ", "2222 ".repeat(10_000), "٢٢٢٢-٢٢٢٢-٢٢٢٢-٢٢٢٢")) {
			assertThat(ComplaintKey.read(typed)).as(typed).isEmpty();
		}
		assertThat(ComplaintKey.read(null)).isEmpty();
	}

	/** As an Asian keyboard types it. */
	private static String wide(String text) {
		StringBuilder wide = new StringBuilder();
		text.chars().forEach((c) -> wide.append((char) (c + 0xFEE0)));
		return wide.toString();
	}

}
