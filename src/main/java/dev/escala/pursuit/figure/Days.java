package dev.escala.pursuit.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;

import dev.escala.text.NumberTexts;

/**
 * How long things took, in days of 24 hours with one decimal, nights and holidays
 * included.
 *
 * @param count of how many
 * @param median half of them took no longer, or {@code null} of none
 * @param p90 nine of ten took no longer, or {@code null} of none; both lie between the
 * two values beside them
 */
public record Days(int count, BigDecimal median, BigDecimal p90) {

	private static final double SECONDS_OF_DAY = 86400;

	static Days of(Collection<Duration> took) {
		double[] sorted = took.stream()
			.mapToDouble((one) -> one.toMillis() / 1000.0 / SECONDS_OF_DAY)
			.sorted()
			.toArray();
		return new Days(sorted.length, percentile(sorted, 0.5), percentile(sorted, 0.9));
	}

	private static BigDecimal percentile(double[] sorted, double share) {
		if (sorted.length == 0) {
			return null;
		}
		double place = share * (sorted.length - 1);
		int below = (int) Math.floor(place);
		int above = (int) Math.ceil(place);
		return BigDecimal.valueOf(sorted[below] + (place - below) * (sorted[above] - sorted[below]))
			.setScale(1, RoundingMode.HALF_UP);
	}

	/** As people read it. */
	public String told() {
		return (this.median == null) ? "–" : NumberTexts.SPANISH.told(this.median) + " / "
				+ NumberTexts.SPANISH.told(this.p90) + " días (" + NumberTexts.SPANISH.told(this.count) + ")";
	}

}
