package dev.escala.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of absolute time.
 *
 * @param from its first instant
 * @param to the first instant after it, later than {@code from}
 */
public record TimeSpan(Instant from, Instant to) {

	public TimeSpan {
		if (!from.isBefore(to)) {
			throw new IllegalArgumentException("No stretch of time from " + from + " to " + to);
		}
	}

	/** How much time really passes, also on a night on which the clocks change. */
	public Duration length() {
		return Duration.between(this.from, this.to);
	}

}
