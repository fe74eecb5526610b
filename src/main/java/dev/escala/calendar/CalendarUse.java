package dev.escala.calendar;

import java.util.List;

/**
 * Knows who else uses a calendar. A module that refers to calendars implements it as a
 * bean, so that nobody deletes one in use, and lets its table reference
 * {@code calendar (code)}, so that no race does either.
 */
public interface CalendarUse {

	/**
	 * Who uses the calendar, each as a short Spanish phrase, for example «la guardia de
	 * Ana Ruiz».
	 * @param code the calendar's code
	 */
	List<String> usersOf(String code);

}
