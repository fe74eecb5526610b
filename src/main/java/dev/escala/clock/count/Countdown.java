package dev.escala.clock.count;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.Pause;
import dev.escala.clock.UnmeasurableException;

/**
 * Computes when a clock is over: the first instant at which all that counts since its
 * start reaches its target. What counts is time, or the shares of days; less the pauses,
 * where the clock may pause, and less the time in which the case was resolved. It has no
 * state and asks nobody for the time, so the same ledger always gives the same answer.
 */
public final class Countdown {

	private final Measure measure;

	/**
	 * Prepares the computation.
	 * @param calendar when people work; also gives the zone that divides time into days
	 * @param start when the clock began, also outside of working time
	 * @param target what to reach
	 * @param pauses the ledger, in any order; pauses may overlap
	 */
	public Countdown(WorkingCalendar calendar, Instant start, Target target, List<Pause> pauses) {
		this(calendar, start, target, pauses, DayRule.NEWEST);
	}

	/** The same by the rule of days with which the clock began. */
	public Countdown(WorkingCalendar calendar, Instant start, Target target, List<Pause> pauses, DayRule rule) {
		Ledger ledger = new Ledger(pauses, target);
		this.measure = target.counting().isTime() ? new CountedTime(calendar, start, target, ledger)
				: (rule == DayRule.CLOSINGS && target.counting() == Counting.WORKING_DAYS)
						? new CountedClosings(calendar, start, target, ledger)
						: new CountedShares(calendar, start, target, ledger);
	}

	/**
	 * When so much has counted since then, where nothing pauses.
	 * @throws UnmeasurableException where the calendar leaves no time to count
	 */
	public static Instant end(WorkingCalendar calendar, Instant start, Target target) {
		return new Countdown(calendar, start, target, List.of()).dueAt().orElseThrow();
	}

	/**
	 * When the clock is over. Working time that ends with the day is over at closing
	 * time, not at the next opening.
	 * @return empty where it stands still in a pause that has not ended
	 * @throws UnmeasurableException where the calendar leaves no time to count
	 */
	public Optional<Instant> dueAt() {
		return this.measure.dueAt();
	}

	/**
	 * When people are warned: at the share of the same measure.
	 * @return empty where it stands still before, in a pause that has not ended
	 */
	public Optional<Instant> warnAt() {
		return this.measure.warnAt();
	}

	/** The time that has counted until then. */
	public Duration counted(Instant until) {
		return CountedDay.time(days(until));
	}

	/** The days that have counted until then, parts included. */
	public Share shares(Instant until) {
		return days(until).stream().map(CountedDay::share).reduce(Share.NONE, Share::plus);
	}

	/** The days that have to count, months in days; nothing where time is counted. */
	public Share goal() {
		return this.measure.goal();
	}

	/** What each day from the start until then adds, also the days that add nothing. */
	public List<CountedDay> days(Instant until) {
		return this.measure.days(until);
	}

}
