package dev.escala.measure;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("What a thing is measured by")
class GaugeTests {

	private static final Gauge SHARE = new Gauge("X", null, "En plazo", Unit.PERCENT, true);

	private static final Gauge HOURS = new Gauge(null, null, "Horas", Unit.HOURS, false);

	@Test
	@DisplayName("A month of a hundred weighs more than one of two")
	void weighs() {
		Counted both = Counted.all(List.of(counted("9000", 100), counted("0", 2)));
		assertThat(both.value()).isEqualByComparingTo("88.2");
		assertThat(SHARE.told(both)).isEqualTo("88,2\u00a0% (de 102)");
		assertThat(SHARE.told(Counted.all(List.of()))).isEqualTo("sin datos");
	}

	@Test
	@DisplayName("Better or worse goes by which way the figure is the better one")
	void change() {
		assertThat(SHARE.change(counted("71", 1), counted("85", 1))).isEqualTo("mejor, 14 puntos más");
		assertThat(HOURS.change(counted("24", 1), counted("26.5", 1))).isEqualTo("peor, 2,5\u00a0h más");
		assertThat(HOURS.change(counted("24", 1), counted("24", 1))).isEqualTo("igual");
		assertThat(HOURS.change(Counted.NOTHING, counted("24", 1))).isEqualTo("no se puede comparar");
		assertThat(SHARE.bound(new BigDecimal("95.00"))).isEqualTo("al menos 95\u00a0%");
		assertThat(HOURS.bound(new BigDecimal("24.00"))).isEqualTo("como mucho 24\u00a0h");
		assertThat(HOURS.isMet(new BigDecimal("24.0"), new BigDecimal("24"))).isTrue();
		assertThat(SHARE.isMet(new BigDecimal("94.9"), new BigDecimal("95"))).isFalse();
	}

	@Test
	@DisplayName("A plot shows months without a figure as such, and in another colour those that break the promise")
	void plot() {
		YearMonth last = YearMonth.of(2026, 11);
		Series series = Series.of(SHARE, Months.upTo(last, 3),
				Map.of(last, counted("100", 1), last.minusMonths(2), counted("50", 1)), new BigDecimal("95"));
		assertThat(series.bars()).extracting(Series.Bar::broken).containsExactly(true, false, false);
		assertThat(series.bars()).extracting(Series.Bar::height)
			.containsExactly(new BigDecimal("23.0"), null, new BigDecimal("46.0"));
		assertThat(series.told())
			.isEqualTo("En plazo: septiembre de 2026, 50\u00a0% (de 1); noviembre de 2026, 100\u00a0% (de 1)");
		assertThat(series.isEmpty()).isFalse();
	}

	@Test
	@DisplayName("A figure is read as people type it, and what is none is refused by name")
	void typed() {
		Fields fields = new Fields();
		assertThat(TypedNumber.read(fields, "value", " 71,5 ", Unit.PERCENT)).isEqualByComparingTo("71.5");
		fields.done();
		for (String wrong : List.of("", "-1", "1.000,5", "101", "1,234")) {
			Fields refusing = new Fields();
			TypedNumber.read(refusing, "value", wrong, Unit.PERCENT);
			assertThatExceptionOfType(InvalidInputException.class).as(wrong).isThrownBy(refusing::done);
		}
	}

	private static Counted counted(String total, long of) {
		return new Counted(new BigDecimal(total), of);
	}

}
