package dev.escala.calendar.web;

import java.time.Instant;

import dev.escala.calendar.CalendarUsers;
import dev.escala.calendar.StoredCalendar;
import dev.escala.reference.UserId;

/**
 * A calendar with what is known about it.
 *
 * @param calendar the calendar; with changes, it is what a change sends back
 * @param configured whether only the configuration changes it
 * @param updatedAt when it was changed last
 * @param updatedBy the user who did, or {@code null} where the configuration did
 * @param usedBy who counts with it; everybody else counts with that of the organisation
 */
record CalendarView(CalendarBody calendar, boolean configured, Instant updatedAt, UserId updatedBy,
		CalendarUsers.Users usedBy) {

	static CalendarView of(StoredCalendar stored, CalendarUsers.Users usedBy) {
		return new CalendarView(CalendarBody.of(stored), stored.configured(), stored.updatedAt(), stored.updatedBy(),
				usedBy);
	}
}
