package dev.escala.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * The end of a working day as operators write it: {@code 18:00}, or {@code 24:00} for the
 * end of the day.
 *
 * @param time the first minute after it; {@link LocalTime#MIDNIGHT} is the end of the day
 */
record ClosingTime(LocalTime time) {

	/**
	 * Reads the property; Spring Boot finds it by its name, as long as it is public.
	 * @throws IllegalArgumentException that says what is allowed
	 */
	public static ClosingTime of(String text) {
		try {
			if (text.strip().equals("24:00")) {
				return new ClosingTime(LocalTime.MIDNIGHT);
			}
			LocalTime time = LocalTime.parse(text.strip());
			if (!time.equals(LocalTime.MIDNIGHT)) {
				return new ClosingTime(time);
			}
		}
		catch (DateTimeParseException ex) {
			// Said below.
		}
		throw new IllegalArgumentException("a time such as 18:00, up to 24:00, the end of the day");
	}

	/** Whether a day that opens then lasts at all. */
	boolean isAfter(LocalTime opens) {
		return this.time.equals(LocalTime.MIDNIGHT) || this.time.isAfter(opens);
	}

	@Override
	public String toString() {
		return this.time.equals(LocalTime.MIDNIGHT) ? "24:00" : this.time.toString();
	}

}
