package dev.escala.calendar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A date that is worked differently from what its weekday or a public holiday says.
 *
 * @param date the date, {@code 2026-12-24}
 * @param name why, in Spanish; people read it in explanations
 * @param hours its stretches as text, for example {@code 09:00-14:00}; none closes the
 * day
 */
public record OwnDay(String date, String name, List<String> hours) {

	public OwnDay {
		// Also with what is missing in between, which the calendar will refuse.
		hours = (hours == null) ? List.of() : Collections.unmodifiableList(new ArrayList<>(hours));
	}

}
