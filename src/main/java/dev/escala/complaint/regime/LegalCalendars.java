package dev.escala.complaint.regime;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.escala.calendar.CalendarDefinition;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.WeekHours;
import dev.escala.calendar.WorkingCalendar;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * With which days a norm counts: whole days, Monday to Friday without the holidays of the
 * customer's place, whenever the organisation works. Its own term counts with its own
 * calendar.
 */
@Component
class LegalCalendars {

	private static final List<String> ALL_DAY = List.of("00:00-24:00");

	private static final Map<String, String> ZONES = Map.of("es", "Europe/Madrid", "es/cn", "Atlantic/Canary");

	private final Calendars calendars;

	private final ZoneId home;

	LegalCalendars(Calendars calendars, @Value("${escala.zone}") ZoneId home) {
		this.calendars = calendars;
		this.home = home;
	}

	WorkingCalendar of(LegalTerm term, ComplaintFacts facts) {
		if (term.isOwn()) {
			return this.calendars.organisation();
		}
		return new CalendarDefinition("legal", "Días hábiles de " + facts.place(), zone(facts).getId(), week(),
				facts.country(), facts.region(), List.of())
			.calendar();
	}

	/** The zone of the customer's place, as far as a norm made us know it. */
	ZoneId zone(ComplaintFacts facts) {
		String zone = ZONES.getOrDefault(facts.country() + "/" + facts.region(), ZONES.get(facts.country()));
		return (zone == null) ? this.home : ZoneId.of(zone);
	}

	private static WeekHours week() {
		Map<DayOfWeek, List<String>> days = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			days.put(day, (day.compareTo(DayOfWeek.FRIDAY) > 0) ? List.of() : ALL_DAY);
		}
		return new WeekHours(days.get(DayOfWeek.MONDAY), days.get(DayOfWeek.TUESDAY), days.get(DayOfWeek.WEDNESDAY),
				days.get(DayOfWeek.THURSDAY), days.get(DayOfWeek.FRIDAY), days.get(DayOfWeek.SATURDAY),
				days.get(DayOfWeek.SUNDAY));
	}

}
