package dev.escala.calendar.year.process;

/** Key, elements and variables of the model {@code calendar-year.bpmn}. */
final class CalendarYearProcess {

	static final String KEY = "calendarYear";

	static final String TASK_CONFIRM = "userTask_confirmYear";

	/** The calendar's code. */
	static final String CALENDAR = "calendarCode";

	/** The year that is confirmed. */
	static final String YEAR = "confirmedYear";

	private CalendarYearProcess() {
	}

}
