package dev.escala.pursuit.profile;

import java.math.BigDecimal;

import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("What a purchase is worth to whoever buys: ROI, TIR and payback by their formulas (004-12)")
class TargetFiguresTests {

	/** The rates were found with a spreadsheet's function. */
	@ParameterizedTest
	@CsvSource({ "1000, 500, 4, 100.0, 34.9, 24", "1000, 1100, 1, 10.0, 10.0, 11", "12000, 5000, 3, 25.0, 12.0, 29",
			"1000, 250, 4, 0.0, 0.0, 48", "1000, 100, 5, -50.0, -19.4, 120", "100, 50.5, 30, 1415.0,, 24" })
	void formulas(BigDecimal investment, BigDecimal gain, int years, BigDecimal roi, BigDecimal irr, int payback) {
		TargetFigures figures = new TargetFigures(investment, gain, years);

		assertThat(figures.roiPercent()).isEqualByComparingTo(roi);
		assertThat(figures.paybackMonths()).isEqualTo(payback);
		if (irr != null) {
			assertThat(figures.irrPercent().orElseThrow()).isEqualByComparingTo(irr);
		}
	}

	@Test
	@DisplayName("The rate is the one at which all that comes back is worth what was spent")
	void rate() {
		double rate = new TargetFigures(new BigDecimal("100"), new BigDecimal("50.5"), 30).irrPercent()
			.orElseThrow()
			.doubleValue() / 100;
		double worth = 0;
		for (int year = 1; year <= 30; year++) {
			worth += 50.5 / Math.pow(1 + rate, year);
		}

		assertThat(worth).isBetween(99.8, 100.2);
		assertThat(new TargetFigures(BigDecimal.ONE, new BigDecimal("100"), 1).irrPercent()).as("beyond 1000 %")
			.isEmpty();
	}

	@Test
	@DisplayName("What people read")
	void told() {
		assertThat(new TargetFigures(new BigDecimal("1000"), new BigDecimal("500"), 4).told())
			.isEqualTo("ROI 100,0 % en 4 años, TIR 34,9 % al año, se recupera en 24 meses.");
	}

	@Test
	@DisplayName("Nothing spent, cents of cents and a hundred years are refused by field")
	void refused() {
		assertThatThrownBy(() -> new TargetFigures(BigDecimal.ZERO, new BigDecimal("1.005"), 100))
			.isInstanceOfSatisfying(InvalidInputException.class,
					(refused) -> assertThat(refused.problems()).extracting("field")
						.containsExactly("investment", "yearlyGain", "years"));
	}

}
