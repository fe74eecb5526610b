package dev.escala.database;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What is typed into a search is a number, a telephone or words")
class SearchTextTests {

	@ParameterizedTest(name = "{0} is looked for as {1}")
	@CsvSource({ "123, %-____-000123", "000123, %-____-000123", "esc-123, ESC-____-000123",
			"esc-2026-000123, ESC-2026-000123", "2026-123, %-2026-000123", "2026, %-____-002026",
			"esc-2026, ESC-____-002026", "1234567, %-____-1234567" })
	@DisplayName("A number is whole, with or without its year; the year alone is none")
	void numbers(String typed, String pattern) {
		assertThat(SearchText.of(typed).number()).isEqualTo(pattern);
	}

	@ParameterizedTest
	@ValueSource(strings = { "factura", "inc0012345", "esc-", "12345678901", "a 1", "%", "-", "" })
	@DisplayName("Anything else is no number of ours")
	void noNumbers(String typed) {
		assertThat(SearchText.of(typed).number()).isNull();
	}

	@ParameterizedTest(name = "{0} is the telephone {1}")
	@CsvSource({ "+34 600 12 34 56, 600123456", "(600) 123-456, 600123456", "600123456, 600123456",
			"0034600123456, 600123456" })
	@DisplayName("A telephone is found whatever its blanks and whether the country stands before it")
	void telephones(String typed, String digits) {
		assertThat(SearchText.of(typed).telephone()).isEqualTo(digits);
	}

	@Test
	@DisplayName("Of words each counts once, and no more than ten are looked for")
	void words() {
		assertThat(SearchText.of("la  la factura").words()).containsExactly("la", "factura");
		assertThat(SearchText.of("a b c d e f g h i j k l").words()).hasSize(10);
		assertThat(SearchText.of("llamar al 12").telephone()).isNull();
	}

}
