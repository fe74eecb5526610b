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
 * @param whole the time of which it adds a share, or zero where no shares are counted
 * @param share what it adds where days are counted, else nothing
 */
public record CountedDay(LocalDate date, List<TimeSpan> counted, List<TimeSpan> paused, String note, Duration whole,
		Share share) {

	/** How much time it adds. */
	public Duration time() {
		return this.counted.stream().map(TimeSpan::length).reduce(Duration.ZERO, Duration::plus);
	}

	/** Whether it counts as one whole day. */
	public boolean isWhole() {
		return this.share.equals(Share.DAY);
	}

	/** How much time they add. */
	static Duration time(List<CountedDay> days) {
		return days.stream().map(CountedDay::time).reduce(Duration.ZERO, Duration::plus);
	}

	Instant closes() {
		return this.counted.get(this.counted.size() - 1).to();
	}

}
