package dev.escala.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first values of the organisation's calendar. They are used once, when there is no
 * such calendar yet; from then on it is edited through the API, and a restart leaves it
 * alone. Whoever wants configuration to rule defines
 * {@code escala.calendars.organizacion} instead, see {@link ConfiguredCalendars}.
 *
 * @param name its Spanish name
 * @param opens wall-clock time at which each working day begins, in {@code escala.zone}
 * @param closes wall-clock time at which it ends, later on the same day, up to 24:00
 * @param days the working days
 * @param country whose public holidays are free; empty for none
 * @param region which region's; empty for those of the whole country, and Madrid where no
 * country was set either
 */
@ConfigurationProperties("escala.calendar")
record OrganisationCalendarProperties(@DefaultValue("Horario de la organización") String name,
		@DefaultValue("09:00") LocalTime opens, @DefaultValue("18:00") ClosingTime closes, @DefaultValue( {
				"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY" }) Set<DayOfWeek> days,
		String country, String region){

	OrganisationCalendarProperties {
		if (!closes.isAfter(opens)) {
			throw new IllegalArgumentException("escala.calendar.opens (" + opens
					+ ") must be earlier than escala.calendar.closes (" + closes + ")");
		}
		if (days.isEmpty()) {
			throw new IllegalArgumentException("escala.calendar.days must name at least one working day");
		}
		days = Set.copyOf(days);
		if (country == null) {
			country = "es";
			region = (region == null) ? "md" : region;
		}
	}

	/** The calendar that these values make. */
	SaveCalendar definition(String zone) {
		String hours = new OpeningHours(this.opens, this.closes.time()).toString();
		WeekHours week = WeekHours.of((day) -> this.days.contains(day) ? List.of(hours) : List.of());
		return ConfiguredCalendars.reading("escala.calendar", () -> new SaveCalendar(Calendars.ORGANISATION, this.name,
				zone, week, this.country, this.region, List.of()));
	}

}
