package dev.escala.clock.count;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;

/**
 * Counts working days as {@link DayRule#CLOSINGS} says, for clocks that began with it.
 */
final class CountedClosings extends CountedTime {

	CountedClosings(WorkingCalendar calendar, Instant start, Target target, Ledger ledger) {
		super(calendar, start, target, ledger);
	}

	@Override
	public Optional<Instant> dueAt() {
		int left = this.target.number();
		Dates dates = dates();
		while (!this.ledger.standsStillFrom(dates.nextBegins())) {
			CountedDay day = day(dates.next(), Instant.MAX);
			if (day.isWhole() && --left == 0) {
				return Optional.of(day.closes());
			}
		}
		return Optional.empty();
	}

	@Override
	public Optional<Instant> warnAt() {
		return dueAt().flatMap((due) -> after(share(CountedDay.time(days(due)))));
	}

	@Override
	public Share goal() {
		return Share.days(this.target.number());
	}

	/** A working day counts when it closes, unless the clock stands still then. */
	@Override
	Share share(LocalDate date, List<TimeSpan> open, Instant until) {
		if (open.isEmpty() || !date.isAfter(this.start.atZone(this.calendar.zone()).toLocalDate())) {
			return Share.NONE;
		}
		Instant closes = open.get(open.size() - 1).to();
		return (closes.isAfter(until) || this.ledger.coversClosing(closes)) ? Share.NONE : Share.DAY;
	}

}
