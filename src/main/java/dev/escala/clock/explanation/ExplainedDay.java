package dev.escala.clock.explanation;

import java.time.LocalDate;
import java.util.List;

/**
 * What one day adds to a clock, as people read it.
 *
 * @param date the date, in the calendar's zone
 * @param weekday its Spanish weekday
 * @param kind whether it counts, or why not
 * @param counted the stretches that count, in wall-clock time
 * @param paused the stretches that would count but for a pause
 * @param minutes how many minutes count, also on a night on which the clocks change
 * @param note why it is no ordinary day, in Spanish, or {@code null}
 * @param skipped why it adds nothing, in Spanish, or {@code null} where it adds something
 */
public record ExplainedDay(LocalDate date, String weekday, Kind kind, List<Stretch> counted, List<Stretch> paused,
		long minutes, String note, String skipped) {

	/** A stretch of a day in wall-clock time; the end of the day is {@code 24:00}. */
	public record Stretch(String from, String to) {

		@Override
		public String toString() {
			return this.from + "–" + this.to;
		}

	}

	/** What a day is to a clock. */
	public enum Kind {

		/** Part of it counts, or the whole working day. */
		COUNTS,
		/** The day of the start, where whole days are counted. */
		START,
		/** Nobody works on that weekday. */
		CLOSED,
		/** A law makes it a day off. */
		HOLIDAY,
		/** The organisation made it a day off. */
		OWN_DAY,
		/**
		 * The clock stood still, or, where whole days are counted, when the day closed.
		 */
		PAUSED,
		/** People work on that day, but not within the clock's time. */
		OUT_OF_HOURS,
		/** Not over yet. */
		UNFINISHED

	}

}
