package dev.escala.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Computes when a duration is over. Opening hours are wall-clock times of
 * {@code escala.zone}; each opening is turned into instants and its real length counts,
 * so that a night on which the clocks change makes nobody work an hour more or less.
 */
@Component
public class BusinessCalendar {

	private static final Duration LONGEST = Duration.ofDays(366);

	private final CalendarProperties calendar;

	private final ZoneId zone;

	BusinessCalendar(CalendarProperties calendar, @Value("${escala.zone:Europe/Madrid}") ZoneId zone) {
		this.calendar = calendar;
		this.zone = zone;
	}

	/**
	 * The instant at which a duration that begins at {@code start} is over. Working time
	 * that ends with the day is over at closing time, not at the next opening.
	 * @param start when it begins, also outside of opening hours
	 * @param duration longer than nothing, and at most 366 days of counted time
	 * @throws IllegalArgumentException where the duration is none of a deadline
	 */
	public Instant after(Instant start, Duration duration, Counting counting) {
		if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("No deadline lasts " + duration);
		}
		return (counting == Counting.ELAPSED) ? start.plus(duration) : afterWorking(start, duration);
	}

	private Instant afterWorking(Instant start, Duration duration) {
		Duration left = duration;
		LocalDate day = start.atZone(this.zone).toLocalDate();
		while (true) {
			if (this.calendar.days().contains(day.getDayOfWeek())) {
				Instant closes = day.atTime(this.calendar.closes()).atZone(this.zone).toInstant();
				Instant from = later(start, day.atTime(this.calendar.opens()).atZone(this.zone).toInstant());
				if (from.isBefore(closes)) {
					Duration open = Duration.between(from, closes);
					if (left.compareTo(open) <= 0) {
						return from.plus(left);
					}
					left = left.minus(open);
				}
			}
			day = day.plusDays(1);
		}
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
