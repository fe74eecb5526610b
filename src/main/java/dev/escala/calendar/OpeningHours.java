package dev.escala.calendar;

import java.time.LocalTime;

/**
 * A stretch of one day during which people work, in wall-clock time.
 *
 * @param opens its first minute
 * @param closes the first minute after it, later than {@code opens};
 * {@link LocalTime#MIDNIGHT} is the end of the day
 */
public record OpeningHours(LocalTime opens, LocalTime closes) {

	/** As people write it: {@code 09:00-14:00}, {@code 16:00-24:00}. */
	@Override
	public String toString() {
		return this.opens + "-" + (this.closes.equals(LocalTime.MIDNIGHT) ? "24:00" : this.closes);
	}
}
