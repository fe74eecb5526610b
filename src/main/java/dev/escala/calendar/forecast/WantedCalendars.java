package dev.escala.calendar.forecast;

import java.util.Set;
import java.util.function.BiFunction;

import dev.escala.calendar.WorkingCalendar;
import dev.escala.reference.CustomerId;

/**
 * By which calendar work would be counted after a change.
 *
 * @param codes the calendars that count now what the change may move
 * @param customer whose cases it concerns, or {@code null} for everybody's
 * @param everywhere the calendar that would count all of it, or {@code null} where that
 * depends on the case
 * @param effective the calendar that would count the work of a group for a customer, each
 * of which may be {@code null}
 */
public record WantedCalendars(Set<String> codes, CustomerId customer, WorkingCalendar everywhere,
		BiFunction<String, CustomerId, WorkingCalendar> effective) {

	public WantedCalendars {
		codes = Set.copyOf(codes);
	}

	/** One calendar would be another one. */
	public static WantedCalendars edited(WorkingCalendar calendar) {
		return new WantedCalendars(Set.of(calendar.code()), null, calendar, (group, customer) -> calendar);
	}

}
