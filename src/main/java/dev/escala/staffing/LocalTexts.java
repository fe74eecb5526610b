package dev.escala.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import dev.escala.text.Dates;

/**
 * Absolute time as people write it. An end at midnight is written as the day before,
 * which is the last whole day.
 */
final class LocalTexts {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private LocalTexts() {
	}

	/** For example {@code 2026-11-23} or {@code 2026-11-23T14:00}. */
	static String start(Instant from, ZoneId zone) {
		return isMidnight(from, zone) ? date(from, zone).toString() : dateTime(from, zone).toString();
	}

	/** For example {@code 2026-11-27}, its last day, or {@code 2026-11-27T14:00}. */
	static String end(Instant until, ZoneId zone) {
		return isMidnight(until, zone) ? date(until, zone).minusDays(1).toString() : dateTime(until, zone).toString();
	}

	/** For example {@code 27/11/2026} or {@code 27/11/2026 a las 14:00}. */
	static String spanishEnd(Instant until, ZoneId zone) {
		return isMidnight(until, zone) ? Dates.figures(date(until, zone).minusDays(1)) : spanishTime(until, zone);
	}

	/** For example {@code del 23/11/2026 al 27/11/2026 a las 14:00}. */
	static String spanishSpan(Instant from, Instant until, ZoneId zone) {
		return "del " + (isMidnight(from, zone) ? Dates.figures(date(from, zone)) : spanishTime(from, zone)) + " al "
				+ spanishEnd(until, zone);
	}

	private static String spanishTime(Instant instant, ZoneId zone) {
		return Dates.figures(date(instant, zone)) + " a las " + TIME.format(instant.atZone(zone));
	}

	private static boolean isMidnight(Instant instant, ZoneId zone) {
		return date(instant, zone).atStartOfDay(zone).toInstant().equals(instant);
	}

	private static LocalDate date(Instant instant, ZoneId zone) {
		return instant.atZone(zone).toLocalDate();
	}

	private static LocalDateTime dateTime(Instant instant, ZoneId zone) {
		return instant.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
	}

}
