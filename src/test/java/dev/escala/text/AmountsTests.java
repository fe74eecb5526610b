package dev.escala.text;

import java.math.BigDecimal;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Amounts read as people write them. */
class AmountsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "7250.00|7.250,00", "12|12", "0.50|0,50", "1234567.89|1.234.567,89",
			"999|999", "1E+3|1.000", "-1200.5|-1.200,5", "123456789012345678.90|123.456.789.012.345.678,90" })
	void thousandsStandApart(BigDecimal amount, String said) {
		assertThat(Amounts.said(amount)).isEqualTo(said);
		assertThat(Amounts.said(amount, "EUR")).isEqualTo(said + " EUR");
	}

	@Test
	void inEnglishThePointIsOfTheDecimals() {
		BigDecimal amount = new BigDecimal("12500.00");

		assertThat(Amounts.said(amount, "EUR", Locale.ENGLISH)).isEqualTo("12,500.00 EUR");
		assertThat(Amounts.said(amount, "EUR", Locale.forLanguageTag("ca"))).isEqualTo("12.500,00 EUR");
	}

}
