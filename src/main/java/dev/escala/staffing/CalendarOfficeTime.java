package dev.escala.staffing;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.escala.calendar.CalendarUse;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The organisation's zone, the calendars that it keeps, and whose duty follows which. The
 * zone is that of all other dates that people write and read: that of the organisation's
 * calendar says only when people work, and an edit must not move anybody's absence.
 */
@Component
class CalendarOfficeTime implements OfficeTime, CalendarUse {

	private final Calendars calendars;

	private final OnDutyRepository duties;

	private final Directory directory;

	private final ZoneId zone;

	CalendarOfficeTime(Calendars calendars, OnDutyRepository duties, Directory directory,
			@Value("${escala.zone:Europe/Madrid}") ZoneId zone) {
		this.calendars = calendars;
		this.duties = duties;
		this.directory = directory;
		this.zone = zone;
	}

	@Override
	public ZoneId zone() {
		return this.zone;
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
