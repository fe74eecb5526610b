package dev.escala.internalrequest.figure;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import dev.escala.validation.Fields;

/**
 * The days of which figures tell, both included.
 *
 * @param from first day
 * @param to last day
 * @param zone the organisation's
 */
public record FigurePeriod(LocalDate from, LocalDate to, ZoneId zone) {

	/** So many days back where nobody says from when. */
	private static final int DAYS = 90;

	/**
	 * Reads the days as a program sends them.
	 * @param from as {@code 2026-11-01}, or {@code null} for 90 days before the last
	 * @param to as {@code 2026-11-30}, or {@code null} for today
	 * @throws dev.escala.validation.InvalidInputException naming the parameter that is
	 * wrong
	 */
	public static FigurePeriod read(String from, String to, Clock clock, ZoneId zone) {
		Fields fields = new Fields();
		LocalDate last = day(fields, "to", to, LocalDate.ofInstant(clock.instant(), zone));
		LocalDate first = day(fields, "from", from, (last == null) ? null : last.minusDays(DAYS));
		if (first != null && last != null && first.isAfter(last)) {
			fields.refuse("from", "El primer día (" + first + ") es posterior al último (" + last + ").");
		}
		fields.done();
		return new FigurePeriod(first, last, zone);
	}

	private static LocalDate day(Fields fields, String field, String value, LocalDate fallback) {
		if (value == null || value.isBlank()) {
			return fallback;
		}
		try {
			LocalDate day = LocalDate.parse(value.strip());
			if (day.getYear() >= 1900 && day.getYear() <= 9999) {
				return day;
			}
		}
		catch (DateTimeException ex) {
			// Said below, as for a year that no request has.
		}
		fields.refuse(field, "La fecha se escribe como 2026-11-01.");
		return null;
	}

	/** The first moment. */
	public Instant begin() {
		return this.from.atStartOfDay(this.zone).toInstant();
	}

	/** The first moment after it. */
	public Instant end() {
		return this.to.plusDays(1).atStartOfDay(this.zone).toInstant();
	}

}
