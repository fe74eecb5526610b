package dev.escala.calendar;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * A calendar as it is kept.
 *
 * @param definition what somebody wanted it to be, also where that is not valid any more
 * @param version changes with every edit and never returns
 * @param configured whether the properties {@code escala.calendars.<code>} define it, so
 * that only they change it
 * @param updatedAt when it was edited last
 * @param updatedBy by whom, or {@code null} where the configuration did
 */
public record StoredCalendar(CalendarDefinition definition, long version, boolean configured, Instant updatedAt,
		UserId updatedBy) {

	/** The property that defines it, where one does. */
	String property() {
		return property(this.definition.code());
	}

	static String property(String code) {
		return "escala.calendars." + code;
	}
}
