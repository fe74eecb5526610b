package dev.escala.clock.count;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.escala.calendar.TimeSpan;

/**
 * What one day adds to a clock.
 *
 * @param date the date, in the calendar's zone
 * @param counted the stretches that count, in order; empty on a day that adds nothing
 * @param paused the stretches that would count but for a pause
 * @param note why it is no ordinary day, in Spanish, or {@code null}
 * @param wholeDay whether it counts as one whole working day
 */
public record CountedDay(LocalDate date, List<TimeSpan> counted, List<TimeSpan> paused, String note, boolean wholeDay) {

	/** How much it adds. */
	public Duration time() {
		return this.counted.stream().map(TimeSpan::length).reduce(Duration.ZERO, Duration::plus);
	}

	Instant closes() {
		return this.counted.get(this.counted.size() - 1).to();
	}

}
