package dev.escala.servicelevel;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When we are open.
 *
 * @param opens wall-clock time at which each working day begins, in {@code escala.zone}
 * @param closes wall-clock time at which it ends, later on the same day
 * @param days the working days
 */
@ConfigurationProperties("escala.calendar")
record CalendarProperties(@DefaultValue("09:00") LocalTime opens, @DefaultValue("18:00") LocalTime closes,
		@DefaultValue( {
				"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY" }) Set<DayOfWeek> days){

	CalendarProperties {
		if (!opens.isBefore(closes)) {
			throw new IllegalArgumentException("escala.calendar: la hora de apertura (opens, " + opens
					+ ") debe ser anterior a la de cierre (closes, " + closes + ").");
		}
		if (days.isEmpty()) {
			throw new IllegalArgumentException("escala.calendar: falta al menos un día laborable (days).");
		}
		days = Set.copyOf(days);
	}

}
