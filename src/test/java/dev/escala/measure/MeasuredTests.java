package dev.escala.measure;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.escala.complaint.figure.ComplaintFigures;
import dev.escala.complaint.figure.Method;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The measures that Escala counts by itself")
class MeasuredTests {

	@Autowired
	private Gauges gauges;

	@Autowired
	private ComplaintFigures complaints;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("Every measure counts; shares lie between nothing and all, hours above nothing")
	void counts() {
		Months months = Months.upTo(YearMonth.of(2027, 12), 24);
		assertThat(this.gauges.measures()).extracting(Measure::code)
			.containsExactlyInAnyOrder("FIRST_NOTICE_HOURS", "FIRST_NOTICE_WITHIN", "DEADLINES_KEPT", "SATISFACTION",
					"PROMISES_KEPT", "COMPLAINTS_IN_TERM", "COMPLAINT_HOURS", "COMPLAINTS_WITHIN", "COMPLAINTS_SOLVED",
					"CLOSE_RATIO");
		for (Measure measure : this.gauges.measures()) {
			Map<YearMonth, Counted> counted = measure.counting().count(months, measure.asksHours() ? 24 : null);
			assertThat(counted.keySet()).as(measure.code()).allMatch(months.each()::contains);
			assertThat(counted.values().stream().filter(Counted::isKnown).map(Counted::value)).as(measure.code())
				.allSatisfy((value) -> assertThat(value).isBetween(BigDecimal.ZERO,
						(measure.unit() == Unit.PERCENT) ? new BigDecimal("100") : new BigDecimal("1000000")));
		}
	}

	@Test
	@DisplayName("They agree with the figures that are there already")
	void agree() {
		this.complaints.of(2026)
			.of(Method.MEAN_HOURS)
			.forEach((line) -> assertThat(values("COMPLAINT_HOURS", null)).isEqualTo(months(line.values())));
		this.complaints.of(2026)
			.of(Method.SOLVED)
			.forEach((line) -> assertThat(values("COMPLAINTS_SOLVED", null)).isEqualTo(months(line.values())));
		assertThat(Counted.all(of("PROMISES_KEPT", null).values()).of()).isEqualTo(this.jdbc
			.sql("SELECT count(*) FROM promise WHERE settled_at IS NOT NULL AND status <> 'WITHDRAWN'"
					+ " AND extract(year FROM settled_at AT TIME ZONE 'Europe/Madrid') = 2026")
			.query(Long.class)
			.single());
	}

	private Map<YearMonth, BigDecimal> values(String code, Integer hours) {
		return of(code, hours).entrySet()
			.stream()
			.filter((one) -> one.getValue().isKnown())
			.collect(Collectors.toMap(Map.Entry::getKey, (one) -> one.getValue().value()));
	}

	private Map<YearMonth, Counted> of(String code, Integer hours) {
		return this.gauges.measures()
			.stream()
			.filter((one) -> one.code().equals(code))
			.findFirst()
			.orElseThrow()
			.counting()
			.count(Months.upTo(YearMonth.of(2026, 12), 12), hours);
	}

	/** The year stands before its months. */
	private static Map<YearMonth, BigDecimal> months(List<BigDecimal> values) {
		return IntStream.rangeClosed(1, 12)
			.filter((month) -> values.get(month) != null)
			.boxed()
			.collect(Collectors.toMap((month) -> YearMonth.of(2026, month), values::get));
	}

}
