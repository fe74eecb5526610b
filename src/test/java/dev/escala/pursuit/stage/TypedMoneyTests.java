package dev.escala.pursuit.stage;

import java.math.BigDecimal;

import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Amounts as people type them in Spanish")
class TypedMoneyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "12500 | 12500.00", "12.500 | 12500.00", "12.500,5 | 12500.50",
			"1.234.567,89 | 1234567.89", "0,01 | 0.01" })
	void read(String typed, BigDecimal amount) {
		Fields fields = new Fields();

		assertThat(TypedMoney.amount(fields, typed)).isEqualTo(amount);
		fields.done();
	}

	@ParameterizedTest
	@ValueSource(strings = { "12.5", "1,234.56", "1.23.456", "-5", "12 €", "0", "0,001", "=1+1", "1e9", "" })
	void refused(String typed) {
		Fields fields = new Fields();
		TypedMoney.amount(fields, typed);

		assertThatThrownBy(fields::done).isInstanceOf(InvalidInputException.class);
	}

}
