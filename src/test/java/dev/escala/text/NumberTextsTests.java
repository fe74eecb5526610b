package dev.escala.text;

import java.math.BigDecimal;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Numbers as people read them in Spanish")
class NumberTextsTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "0, 0, '0,00'", "999, 999, '999,00'", "1200, 1.200, '1.200,00'", "22140, 22.140, '22.140,00'",
			"37.5, '37,5', '37,50'", "-1234567.891, '-1.234.567,891', '-1.234.567,89'" })
	@DisplayName("Thousands apart by a point, decimals by a comma, amounts with two of them")
	void spanish(BigDecimal number, String told, String money) {
		assertThat(NumberTexts.SPANISH.told(number)).isEqualTo(told);
		assertThat(NumberTexts.SPANISH.money(number)).isEqualTo(money);
	}

}
