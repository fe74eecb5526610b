package dev.escala.calendar.official;

import java.util.List;

import dev.escala.calendar.WorkingCalendar;

/** Knows what counts by calendars. Writes nothing. */
public interface MovedDeadlines {

	/**
	 * The deadlines of open cases that would be due at another moment.
	 * @param wanted the calendar as it would be; its code is that of the present one
	 */
	List<MovedDeadline> by(WorkingCalendar wanted);

}
