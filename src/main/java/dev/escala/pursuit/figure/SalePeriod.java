package dev.escala.pursuit.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import dev.escala.text.Dates;
import dev.escala.validation.InvalidInputException;

/**
 * A year, a quarter or a month.
 *
 * @param first its first month
 * @param months how many it has: 12, 3 or 1
 */
public record SalePeriod(YearMonth first, int months) {

	private static final int QUARTER = 3;

	private static final int EARLIEST = 2000;

	/** The quarter of a date. */
	static SalePeriod quarterOf(LocalDate day) {
		return new SalePeriod(YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / QUARTER * QUARTER + 1), QUARTER);
	}

	/**
	 * Reads {@code 2026}, {@code 2026-T4} or {@code 2026-11}; nothing is the quarter of
	 * today.
	 * @throws InvalidInputException where it is none of them, or has not begun
	 */
	static SalePeriod read(String typed, LocalDate today) {
		if (typed == null || typed.isBlank()) {
			return quarterOf(today);
		}
		String text = typed.strip();
		SalePeriod found = null;
		if (text.matches("\\d{4}")) {
			found = new SalePeriod(YearMonth.of(Integer.parseInt(text), 1), 12);
		}
		else if (text.matches("\\d{4}-T[1-4]")) {
			found = new SalePeriod(
					YearMonth.of(Integer.parseInt(text.substring(0, 4)), (text.charAt(6) - '1') * QUARTER + 1),
					QUARTER);
		}
		else if (text.matches("\\d{4}-(0[1-9]|1[0-2])")) {
			found = new SalePeriod(YearMonth.parse(text), 1);
		}
		if (found == null || found.first.getYear() < EARLIEST || found.first.isAfter(YearMonth.from(today))) {
			throw new InvalidInputException("period",
					"El periodo se escribe como 2026, 2026-T4 (trimestre) o 2026-11 (mes), desde " + EARLIEST
							+ " y sin pasar de hoy.");
		}
		return found;
	}

	/** Its months, in order. */
	public List<SalePeriod> each() {
		return IntStream.range(0, this.months).mapToObj((i) -> new SalePeriod(this.first.plusMonths(i), 1)).toList();
	}

	Instant from(ZoneId zone) {
		return this.first.atDay(1).atStartOfDay(zone).toInstant();
	}

	Instant before(ZoneId zone) {
		return this.first.plusMonths(this.months).atDay(1).atStartOfDay(zone).toInstant();
	}

	boolean has(YearMonth month) {
		return !month.isBefore(this.first) && month.isBefore(this.first.plusMonths(this.months));
	}

	/** Whether it happened in it; what has not happened did not. */
	boolean has(Instant at, ZoneId zone) {
		return at != null && has(YearMonth.from(at.atZone(zone)));
	}

	/**
	 * As people say it: {@code 2026}, {@code 4.º trimestre de 2026} or
	 * {@code noviembre de 2026}.
	 */
	public String told() {
		return switch (this.months) {
			case 12 -> String.valueOf(this.first.getYear());
			case QUARTER ->
				((this.first.getMonthValue() - 1) / QUARTER + 1) + ".º trimestre de " + this.first.getYear();
			default -> Dates.month(this.first);
		};
	}

	/** As it is typed. */
	public String code() {
		return switch (this.months) {
			case 12 -> String.valueOf(this.first.getYear());
			case QUARTER -> this.first.getYear() + "-T" + ((this.first.getMonthValue() - 1) / QUARTER + 1);
			default -> this.first.toString();
		};
	}

}
