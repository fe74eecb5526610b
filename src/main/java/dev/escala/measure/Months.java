package dev.escala.measure;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole months, both ends counted; none where the last is before the first.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record Months(YearMonth first, YearMonth last) {

	/** So many months up to one. */
	public static Months upTo(YearMonth last, int number) {
		return new Months(last.minusMonths(number - 1L), last);
	}

	/** Whether there is none. */
	public boolean isEmpty() {
		return this.last.isBefore(this.first);
	}

	/** Each of them, in order. */
	public List<YearMonth> each() {
		return isEmpty() ? List.of()
				: Stream.iterate(this.first, (month) -> !month.isAfter(this.last), (month) -> month.plusMonths(1))
					.toList();
	}

	/** When they begin. */
	public Instant from(ZoneId zone) {
		return this.first.atDay(1).atStartOfDay(zone).toInstant();
	}

	/** The first instant after them. */
	public Instant before(ZoneId zone) {
		return this.last.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
	}

}
