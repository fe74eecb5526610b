package dev.escala.calendar.year;

import java.util.Set;

/** The engine's side of confirming years. */
public interface YearFlow {

	/** Asks the supervisors to confirm a year. */
	void ask(CalendarYear year);

	/** The years that somebody is asked for now. */
	Set<CalendarYear> asked();

	/** Nobody has to confirm the year any more. */
	void end(CalendarYear year);

}
