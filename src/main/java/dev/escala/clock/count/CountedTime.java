package dev.escala.clock.count;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;

/** Counts hours and minutes: working time, or all time. */
class CountedTime implements Measure {

	final WorkingCalendar calendar;

	final Instant start;

	final Target target;

	final Ledger ledger;

	CountedTime(WorkingCalendar calendar, Instant start, Target target, Ledger ledger) {
		this.calendar = calendar;
		this.start = start;
		this.target = target;
		this.ledger = ledger;
	}

	@Override
	public Optional<Instant> dueAt() {
		return after(this.target.time());
	}

	@Override
	public Optional<Instant> warnAt() {
		return after(share(this.target.time()));
	}

	@Override
	public Share goal() {
		return Share.NONE;
	}

	@Override
	public final List<CountedDay> days(Instant until) {
		List<CountedDay> days = new ArrayList<>();
		Dates dates = dates();
		while (!dates.nextBegins().isAfter(until)) {
			days.add(day(dates.next(), until));
		}
		return days;
	}

	final Duration share(Duration whole) {
		return whole.multipliedBy(this.target.warnAfter()).dividedBy(100);
	}

	final Optional<Instant> after(Duration duration) {
		Duration left = duration;
		Dates dates = dates();
		while (!this.ledger.standsStillFrom(dates.nextBegins())) {
			for (TimeSpan span : day(dates.next(), Instant.MAX).counted()) {
				if (left.compareTo(span.length()) <= 0) {
					return Optional.of(span.from().plus(left));
				}
				left = left.minus(span.length());
			}
		}
		return Optional.empty();
	}

	final Dates dates() {
		return new Dates(this.calendar, this.start, this.target);
	}

	final CountedDay day(LocalDate date, Instant until) {
		List<TimeSpan> open = Dates.measured(this.calendar, this.target.counting(), date);
		List<TimeSpan> counted = new ArrayList<>();
		List<TimeSpan> paused = new ArrayList<>();
		open.forEach((span) -> TimeSpans.between(this.start, span, until)
			.ifPresent((inside) -> this.ledger.split(inside, counted, paused)));
		return new CountedDay(date, counted, paused, this.calendar.day(date).note(), Duration.ZERO,
				share(date, open, until));
	}

	/** What it adds where days are counted. */
	Share share(LocalDate date, List<TimeSpan> open, Instant until) {
		return Share.NONE;
	}

}
