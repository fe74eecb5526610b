package dev.escala.clock.explanation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;

import dev.escala.calendar.TimeSpan;
import dev.escala.text.Dates;
import dev.escala.text.Durations;

/**
 * Says dates and times as people do who know already which month they talk of. Seconds
 * are left out everywhere, so that what is said of the parts adds up to the whole.
 */
final class SpanishTime {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d", Dates.SPANISH);

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d 'de' MMMM 'de' uuuu",
			Dates.SPANISH);

	private final ZoneId zone;

	private final YearMonth known;

	private final int year;

	private SpanishTime(ZoneId zone, YearMonth known, int year) {
		this.zone = zone;
		this.known = known;
		this.year = year;
	}

	/** Names the month always, the year where it is not that of {@code now}. */
	static SpanishTime in(ZoneId zone, Instant now) {
		return new SpanishTime(zone, null, now.atZone(zone).getYear());
	}

	/** The same, leaving out the month of an instant that was told already. */
	SpanishTime knowing(Instant told) {
		return new SpanishTime(this.zone, YearMonth.from(told.atZone(this.zone)), this.year);
	}

	LocalDate date(Instant instant) {
		return instant.atZone(this.zone).toLocalDate();
	}

	/** For example {@code viernes 20} or {@code martes 1 de diciembre}. */
	String day(LocalDate date) {
		if (YearMonth.from(date).equals(this.known)) {
			return DAY.format(date);
		}
		return (date.getYear() == this.year) ? Dates.weekday(date, Dates.SPANISH) : DATE.format(date);
	}

	/** For example {@code sábado 21 y domingo 22}, {@code del lunes 23 al viernes 27}. */
	String days(LocalDate first, LocalDate last) {
		if (first.equals(last)) {
			return day(first);
		}
		return first.plusDays(1).equals(last) ? day(first) + " y " + day(last)
				: "del " + day(first) + " al " + day(last);
	}

	/** For example {@code lunes 23 a las 9:20}. */
	String at(Instant instant) {
		ZonedDateTime time = instant.atZone(this.zone);
		return day(time.toLocalDate()) + ((time.getHour() == 1) ? " a la " : " a las ") + Dates.clock(time);
	}

	static String weekday(LocalDate date) {
		return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Dates.SPANISH);
	}

	/** The time of day; midnight at the end of the date is {@code 24:00}. */
	String clock(Instant instant, LocalDate date) {
		ZonedDateTime time = instant.atZone(this.zone);
		return time.toLocalDate().isAfter(date) ? "24:00" : Dates.clock(time);
	}

	/** How many whole minutes really pass between the times that are told. */
	static long minutes(TimeSpan span) {
		return Duration.between(span.from().truncatedTo(ChronoUnit.MINUTES), span.to().truncatedTo(ChronoUnit.MINUTES))
			.toMinutes();
	}

	/** Whether a change of the clocks makes the times that are told look wrong. */
	boolean crossesChange(TimeSpan span) {
		return !this.zone.getRules().getOffset(span.from()).equals(this.zone.getRules().getOffset(span.to()));
	}

	boolean isWholeDate(TimeSpan span, LocalDate date) {
		return span.from().atZone(this.zone).toLocalTime().equals(LocalTime.MIDNIGHT) && date(span.to()).isAfter(date);
	}

	static String length(long minutes) {
		return (minutes == 0) ? "menos de 1 min" : Durations.text(Duration.ofMinutes(minutes));
	}

}
