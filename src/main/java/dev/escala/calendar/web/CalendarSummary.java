package dev.escala.calendar.web;

import java.time.Instant;

import dev.escala.calendar.StoredCalendar;

/**
 * A calendar in a list.
 *
 * @param code its code
 * @param name its Spanish name
 * @param zone the zone of its times
 * @param country whose public holidays are free, or {@code null}
 * @param region which region's, or {@code null}
 * @param version changes with every edit
 * @param configured whether only the configuration changes it
 * @param updatedAt when it was changed last
 */
record CalendarSummary(String code, String name, String zone, String country, String region, long version,
		boolean configured, Instant updatedAt) {

	static CalendarSummary of(StoredCalendar stored) {
		return new CalendarSummary(stored.definition().code(), stored.definition().name(), stored.definition().zone(),
				stored.definition().country(), stored.definition().region(), stored.version(), stored.configured(),
				stored.updatedAt());
	}
}
