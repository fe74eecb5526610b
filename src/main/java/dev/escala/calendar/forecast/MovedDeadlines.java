package dev.escala.calendar.forecast;

/** Knows what counts by calendars. Writes nothing. */
public interface MovedDeadlines {

	/** The deadlines of open cases that would be due at another moment. */
	CalendarForecast by(WantedCalendars wanted);

}
