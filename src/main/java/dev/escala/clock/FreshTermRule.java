package dev.escala.clock;

import java.time.Duration;
import java.time.Instant;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Target;

/**
 * What becomes of a clock when something outside of its case is edited: nobody is told
 * that people missed a date which only the edit moved into the past. The clock gets a
 * short term instead, unless a law sets it. A second edit never makes that term longer:
 * it is over no later than the date that the clock had before.
 */
public final class FreshTermRule {

	/** No clock measures less. */
	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private FreshTermRule() {
	}

	/**
	 * Looks at one clock before and after the edit.
	 * @param legal whether a law sets it
	 */
	public static Outcome outcome(Deadline before, Deadline after, boolean legal, Instant now) {
		if (!before.isMovable() || isOver(before, now) || !after.isMovable() || !isOver(after, now)) {
			return Outcome.AS_COUNTED;
		}
		return legal ? Outcome.OVER_BY_LAW : Outcome.FRESH_TERM;
	}

	/** When a fresh term has to be over because the clock had one before, if so. */
	public static Instant latest(Deadline before) {
		return (before.fresh() == null) ? null : before.dueAt();
	}

	/**
	 * The term that begins now.
	 * @param wanted what the table says
	 * @param latest when it is over at the latest, or {@code null}
	 * @throws UnmeasurableException where the calendar leaves no time to count
	 */
	public static Deadline.FreshTerm term(Instant now, Target wanted, Instant latest, WorkingCalendar calendar) {
		Instant counted = Countdown.end(calendar, now, wanted);
		Instant until = (latest != null && latest.isBefore(counted)) ? latest : counted;
		Instant earliest = now.plus(SHORTEST);
		return new Deadline.FreshTerm(now, until.isBefore(earliest) ? earliest : until);
	}

	private static boolean isOver(Deadline deadline, Instant now) {
		return !deadline.isPaused() && !deadline.dueAt().isAfter(now);
	}

	/** What becomes of it. */
	public enum Outcome {

		/** It is over when it is over. */
		AS_COUNTED,
		/** Only the edit ends it: it gets a short term. */
		FRESH_TERM,
		/** Only the edit ends it, and a law wants that. */
		OVER_BY_LAW

	}

}
