package dev.escala.clock.count;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.UnmeasurableException;

/** The dates of a clock from its start on, as long as there is something to hope for. */
final class Dates {

	/** A calendar that is closed for longer than this never opens again. */
	private static final int LONGEST_CLOSED_DAYS = 366;

	private static final int LONGEST_DAYS = 3653;

	private final WorkingCalendar calendar;

	private final Target target;

	private final LocalDate first;

	private LocalDate next;

	private int closed;

	Dates(WorkingCalendar calendar, Instant start, Target target) {
		this.calendar = calendar;
		this.target = target;
		this.first = start.atZone(calendar.zone()).toLocalDate();
		this.next = this.first;
	}

	/**
	 * The next one.
	 * @throws UnmeasurableException where the calendar leaves no time to count
	 */
	LocalDate next() {
		if (this.closed > LONGEST_CLOSED_DAYS || this.next.isAfter(this.first.plusDays(LONGEST_DAYS))) {
			throw new UnmeasurableException("El calendario «" + this.calendar.name()
					+ "» no tiene suficientes horas laborables para contar " + this.target.text() + ".");
		}
		LocalDate date = this.next;
		this.next = date.plusDays(1);
		this.closed = measured(this.calendar, this.target.counting(), date).isEmpty() ? this.closed + 1 : 0;
		return date;
	}

	/** When the date that comes next begins. */
	Instant nextBegins() {
		return startOf(this.calendar, this.next);
	}

	/** What of a date counts: its opening hours, or all of it where every hour does. */
	static List<TimeSpan> measured(WorkingCalendar calendar, Counting counting, LocalDate date) {
		return counting.isWorking() ? calendar.openOn(date) : wholeDate(calendar, date);
	}

	/** The whole date; nothing of one that the zone left out. */
	static List<TimeSpan> wholeDate(WorkingCalendar calendar, LocalDate date) {
		Instant from = startOf(calendar, date);
		Instant to = startOf(calendar, date.plusDays(1));
		return from.isBefore(to) ? List.of(new TimeSpan(from, to)) : List.of();
	}

	static Instant startOf(WorkingCalendar calendar, LocalDate date) {
		return date.atStartOfDay(calendar.zone()).toInstant();
	}

}
