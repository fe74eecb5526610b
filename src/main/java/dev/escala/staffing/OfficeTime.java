package dev.escala.staffing;

import java.time.ZoneId;
import java.util.Optional;

import dev.escala.calendar.WorkingCalendar;

/** The organisation's zone, and the calendars that duty may follow. */
interface OfficeTime {

	/** The zone in which people write dates. */
	ZoneId zone();

	Optional<WorkingCalendar> find(String calendarCode);

}
