package dev.escala.calendar.web;

import java.util.List;

import dev.escala.calendar.CalendarDefinition;
import dev.escala.calendar.OwnDay;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.StoredCalendar;
import dev.escala.calendar.WeekHours;

/**
 * A calendar as a client sends and receives it.
 *
 * @param code may be left out where the address names it
 * @param version the version that the client has seen; only for a change
 */
record CalendarBody(String code, String name, String zone, WeekHours hours, String country, String region,
		List<OwnDay> days, Long version) {

	static CalendarBody of(StoredCalendar stored) {
		CalendarDefinition definition = stored.definition();
		return new CalendarBody(definition.code(), definition.name(), definition.zone(), definition.hours(),
				definition.country(), definition.region(), definition.days(), stored.version());
	}

	SaveCalendar toCommand(String knownCode) {
		return new SaveCalendar(knownCode, this.name, this.zone, this.hours, this.country, this.region, this.days);
	}
}
