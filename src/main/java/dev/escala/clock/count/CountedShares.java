package dev.escala.clock.count;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.UnmeasurableException;

/** Counts days as {@link DayRule#SHARES} says. */
final class CountedShares implements Measure {

	private final WorkingCalendar calendar;

	private final Instant start;

	private final Target target;

	private final Ledger ledger;

	CountedShares(WorkingCalendar calendar, Instant start, Target target, Ledger ledger) {
		this.calendar = calendar;
		this.start = start;
		this.target = target;
		this.ledger = ledger;
	}

	@Override
	public Optional<Instant> dueAt() {
		Optional<Instant> reached = reach(goal());
		return (this.target.counting() == Counting.WORKING_DAYS_SAME_HOUR)
				? reached.flatMap((at) -> this.ledger.firstRunning(TimeSpans.later(at, sameHour()))) : reached;
	}

	@Override
	public Optional<Instant> warnAt() {
		return reach(goal().percent(this.target.warnAfter()));
	}

	@Override
	public Share goal() {
		return DayUnits.goal(this.calendar, this.start, this.target);
	}

	private DayUnits units() {
		return new DayUnits(this.calendar, this.start, this.target);
	}

	/** When the last day is over where nothing pauses: not before the hour comes. */
	private Instant sameHour() {
		DayUnits units = units();
		Instant ends = this.start;
		for (int day = 0; day < this.target.number(); day++) {
			ends = units.next().ends();
		}
		return ends;
	}

	private Optional<Instant> reach(Share goal) {
		if (this.ledger.standsStillFrom(this.start)) {
			return Optional.empty();
		}
		Share left = goal;
		DayUnits units = units();
		while (!this.ledger.standsStillFrom(units.nextBegins())) {
			DayUnits.Unit unit = units.next();
			Duration whole = unit.whole();
			for (TimeSpan piece : pieces(unit).counted()) {
				Share share = Share.of(piece.length(), whole);
				if (left.compareTo(share) <= 0) {
					return Optional.of(TimeSpans.later(this.start, piece.from().plus(left.in(whole))));
				}
				left = left.minus(share);
			}
		}
		return Optional.empty();
	}

	@Override
	public List<CountedDay> days(Instant until) {
		Map<LocalDate, Pieces> dates = new HashMap<>();
		Map<LocalDate, Share> shares = new HashMap<>();
		Map<LocalDate, Duration> wholes = new HashMap<>();
		for (DayUnits.Unit unit : units(until)) {
			Duration whole = unit.whole();
			Pieces pieces = pieces(unit).until(until);
			unit.spans().forEach((span) -> wholes.put(date(span), whole));
			pieces.counted().forEach((span) -> {
				dates.computeIfAbsent(date(span), Pieces::none).counted().add(span);
				shares.merge(date(span), Share.of(span.length(), whole), Share::plus);
			});
			pieces.paused().forEach((span) -> dates.computeIfAbsent(date(span), Pieces::none).paused().add(span));
		}
		List<CountedDay> days = new ArrayList<>();
		for (LocalDate date = this.start.atZone(this.calendar.zone()).toLocalDate(); !Dates.startOf(this.calendar, date)
			.isAfter(until); date = date.plusDays(1)) {
			Pieces pieces = dates.getOrDefault(date, Pieces.none(date));
			days.add(new CountedDay(date, pieces.counted(), pieces.paused(), this.calendar.day(date).note(),
					wholes.getOrDefault(date, Duration.ZERO), shares.getOrDefault(date, Share.NONE)));
		}
		return days;
	}

	private List<DayUnits.Unit> units(Instant until) {
		List<DayUnits.Unit> all = new ArrayList<>();
		DayUnits units = units();
		try {
			while (!units.nextBegins().isAfter(until)) {
				all.add(units.next());
			}
		}
		catch (UnmeasurableException ex) {
			// The calendar never opens again: there is no further day to tell.
		}
		return all;
	}

	private Pieces pieces(DayUnits.Unit unit) {
		Pieces pieces = Pieces.none(null);
		unit.spans().forEach((span) -> {
			// What passed of the day of the start was not paused.
			TimeSpans.between(Instant.MIN, span, this.start).ifPresent(pieces.counted()::add);
			TimeSpans.between(this.start, span, Instant.MAX)
				.ifPresent((rest) -> this.ledger.split(rest, pieces.counted(), pieces.paused()));
		});
		return pieces;
	}

	private LocalDate date(TimeSpan span) {
		return span.from().atZone(this.calendar.zone()).toLocalDate();
	}

	/** What counts and what is paused, in order. */
	private record Pieces(List<TimeSpan> counted, List<TimeSpan> paused) {

		static Pieces none(LocalDate date) {
			return new Pieces(new ArrayList<>(), new ArrayList<>());
		}

		Pieces until(Instant until) {
			return new Pieces(until(this.counted, until), until(this.paused, until));
		}

		private static List<TimeSpan> until(List<TimeSpan> spans, Instant until) {
			return spans.stream().flatMap((span) -> TimeSpans.between(Instant.MIN, span, until).stream()).toList();
		}

	}

}
