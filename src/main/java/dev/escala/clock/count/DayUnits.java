package dev.escala.clock.count;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;

/**
 * The days that a clock of days counts, one after the other: dates with what of them is
 * measured, or stretches from the time of day of the start to the same time of the next
 * working day.
 */
final class DayUnits {

	private final WorkingCalendar calendar;

	private final Instant start;

	private final Counting counting;

	private final Dates dates;

	private Instant sameHour;

	DayUnits(WorkingCalendar calendar, Instant start, Target target) {
		this.calendar = calendar;
		this.start = start;
		this.counting = target.counting();
		this.dates = new Dates(calendar, start, target);
		if (!this.counting.withStart()) {
			this.dates.next();
		}
		this.sameHour = start;
	}

	/** How many of them a clock has to reach. */
	static Share goal(WorkingCalendar calendar, Instant start, Target target) {
		Counting counting = target.counting();
		if (!counting.isMonths()) {
			return Share.days(target.number());
		}
		LocalDate from = start.atZone(calendar.zone()).toLocalDate();
		LocalDate month = from.withDayOfMonth(1).plusMonths(target.number());
		int last = Math.min(from.getDayOfMonth() - (counting.withStart() ? 1 : 0), month.lengthOfMonth());
		LocalDate until = month.plusDays(last - 1L);
		return Share.days(from.plusDays(counting.withStart() ? 0 : 1)
			.datesUntil(until.plusDays(1))
			.filter((date) -> !Dates.wholeDate(calendar, date).isEmpty())
			.count());
	}

	/** From when on the next one is measured, at the earliest. */
	Instant nextBegins() {
		return (this.counting == Counting.WORKING_DAYS_SAME_HOUR) ? this.sameHour : this.dates.nextBegins();
	}

	Unit next() {
		while (true) {
			LocalDate date = this.dates.next();
			List<TimeSpan> spans = Dates.measured(this.calendar, this.counting, date);
			if (spans.isEmpty()) {
				continue;
			}
			if (this.counting == Counting.WORKING_DAYS_SAME_HOUR) {
				return untilSameHour(date);
			}
			// With the day of the start: only one of which something is still to come.
			if (spans.get(spans.size() - 1).to().isAfter(this.start)) {
				return new Unit(spans, spans.get(spans.size() - 1).to());
			}
		}
	}

	private Unit untilSameHour(LocalDate date) {
		Instant from = this.sameHour;
		Instant to = sameHour(date);
		this.sameHour = to;
		List<TimeSpan> working = new ArrayList<>();
		List<TimeSpan> all = new ArrayList<>();
		for (LocalDate one = from.atZone(this.calendar.zone()).toLocalDate(); !one.isAfter(date); one = one
			.plusDays(1)) {
			this.calendar.openOn(one).forEach((span) -> TimeSpans.between(from, span, to).ifPresent(working::add));
			Dates.wholeDate(this.calendar, one)
				.forEach((span) -> TimeSpans.between(from, span, to).ifPresent(all::add));
		}
		// Between a closed hour and the next nobody may work: then all of it is the day.
		return new Unit(working.isEmpty() ? all : working, to);
	}

	/** When the clocks first show that time, or go over it. */
	private Instant sameHour(LocalDate date) {
		LocalDateTime local = date.atTime(this.start.atZone(this.calendar.zone()).toLocalTime());
		ZoneOffsetTransition change = this.calendar.zone().getRules().getTransition(local);
		return (change != null && change.isGap()) ? change.getInstant()
				: local.atZone(this.calendar.zone()).toInstant();
	}

	/**
	 * One day.
	 *
	 * @param spans what of it is measured, each within one date
	 * @param ends when it is over where nothing pauses
	 */
	record Unit(List<TimeSpan> spans, Instant ends) {

		Duration whole() {
			return this.spans.stream().map(TimeSpan::length).reduce(Duration.ZERO, Duration::plus);
		}

	}

}
