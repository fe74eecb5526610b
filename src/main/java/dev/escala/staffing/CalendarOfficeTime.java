package dev.escala.staffing;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.escala.calendar.CalendarUse;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;

import org.springframework.stereotype.Component;

/** The calendars that the organisation keeps, and whose duty follows which. */
@Component
class CalendarOfficeTime implements OfficeTime, CalendarUse {

	private final Calendars calendars;

	private final OnDutyTable duties;

	private final Directory directory;

	CalendarOfficeTime(Calendars calendars, OnDutyTable duties, Directory directory) {
		this.calendars = calendars;
		this.duties = duties;
		this.directory = directory;
	}

	@Override
	public ZoneId zone() {
		return this.calendars.organisation().zone();
	}

	@Override
	public Optional<WorkingCalendar> find(String calendarCode) {
		return this.calendars.find(calendarCode);
	}

	@Override
	public List<String> usersOf(String code) {
		return this.duties.peopleOf(code)
			.stream()
			.map((person) -> "la guardia de " + this.directory.nameOf(person) + " (" + person + ")")
			.toList();
	}

}
