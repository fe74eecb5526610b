package dev.escala.caselist.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import dev.escala.text.Dates;

/** Instants as a line has room for them, told at one moment. */
final class ShortDates {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Dates.SPANISH);

	private static final DateTimeFormatter PLAIN_DAY = DateTimeFormatter.ofPattern("d MMM", Dates.SPANISH);

	private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Dates.SPANISH);

	private final ZoneId zone;

	private final LocalDate today;

	ShortDates(ZoneId zone, Instant now) {
		this.zone = zone;
		this.today = LocalDate.ofInstant(now, zone);
	}

	/** For example {@code hoy, 6:37}, {@code ayer, 18:00} or {@code 23 nov, 9:05}. */
	String past(Instant instant) {
		ZonedDateTime time = instant.atZone(this.zone);
		LocalDate day = time.toLocalDate();
		if (day.equals(this.today)) {
			return "hoy, " + Dates.clock(time);
		}
		if (day.equals(this.today.minusDays(1))) {
			return "ayer, " + Dates.clock(time);
		}
		return (day.getYear() == this.today.getYear()) ? PLAIN_DAY.format(day) + ", " + Dates.clock(time)
				: OTHER_YEAR.format(day);
	}

	/** For example {@code antes de las 10:00} or {@code antes del mar 1 dic, 16:00}. */
	String limit(Instant instant) {
		ZonedDateTime time = instant.atZone(this.zone);
		if (time.toLocalDate().equals(this.today)) {
			return "antes de " + ((time.getHour() == 1) ? "la " : "las ") + Dates.clock(time);
		}
		if (time.toLocalDate().equals(this.today.plusDays(1))) {
			return "antes de mañana, " + Dates.clock(time);
		}
		return "antes del " + DAY.format(time) + ", " + Dates.clock(time);
	}

}
