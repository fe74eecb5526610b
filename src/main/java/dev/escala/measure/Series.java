package dev.escala.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Months beside each other, as a small plot: bars of 10 and gaps of 4 on a sheet of 48.
 *
 * @param bars a bar for each month, in order
 * @param line how high the promised value is drawn, or {@code null} without one
 * @param told the same for whoever does not see it
 */
public record Series(List<Bar> bars, BigDecimal line, String told) {

	/** As wide is a bar with its gap. */
	public static final int STEP = 14;

	/** As high is the sheet. */
	public static final int HIGH = 48;

	public Series {
		bars = List.copyOf(bars);
	}

	/**
	 * Draws months.
	 * @param known the figures of those that are known
	 * @param threshold what is promised, or {@code null}
	 */
	public static Series of(Gauge gauge, Months months, Map<YearMonth, Counted> known, BigDecimal threshold) {
		BigDecimal most = Stream.concat(known.values().stream().map(Counted::value), Stream.ofNullable(threshold))
			.filter((value) -> value != null)
			.reduce(BigDecimal.ONE, BigDecimal::max);
		List<Bar> bars = months.each()
			.stream()
			.map((month) -> bar(gauge, month, known.getOrDefault(month, Counted.NOTHING), threshold, most))
			.toList();
		return new Series(bars, (threshold == null) ? null : height(threshold, most),
				gauge.name() + ": "
						+ bars.stream()
							.filter((bar) -> bar.height() != null)
							.map((bar) -> bar.month() + ", " + bar.told())
							.collect(Collectors.joining("; ")));
	}

	private static Bar bar(Gauge gauge, YearMonth month, Counted counted, BigDecimal threshold, BigDecimal most) {
		BigDecimal value = counted.value();
		return new Bar(MonthNames.brief(month), MonthNames.within(month), gauge.told(counted),
				(value == null) ? null : height(value, most),
				value != null && threshold != null && !gauge.isMet(value, threshold));
	}

	/** Also the smallest value is seen. */
	private static BigDecimal height(BigDecimal value, BigDecimal most) {
		return value.multiply(BigDecimal.valueOf(HIGH - 2L)).divide(most, 1, RoundingMode.HALF_UP).max(BigDecimal.ONE);
	}

	/** Whether no month is known. */
	public boolean isEmpty() {
		return this.bars.stream().allMatch((bar) -> bar.height() == null);
	}

	/**
	 * A month.
	 *
	 * @param brief its name in a narrow place
	 * @param month its name
	 * @param told its figure as people read it
	 * @param height how high it is drawn, or {@code null} where it is not known
	 * @param broken whether it is worse than what was promised
	 */
	public record Bar(String brief, String month, String told, BigDecimal height, boolean broken) {
	}

}
