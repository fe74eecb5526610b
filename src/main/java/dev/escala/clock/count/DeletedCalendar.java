package dev.escala.clock.count;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.calendar.WorkingDay;

/**
 * Stands for a calendar that is no more. Nobody knows when it was open, so it counts no
 * working time; elapsed time needs only its zone.
 *
 * @param code the code that it had
 * @param zone the organisation's: its own is not known any more
 */
public record DeletedCalendar(String code, ZoneId zone) implements WorkingCalendar {

	@Override
	public String name() {
		return this.code + " (eliminado)";
	}

	@Override
	public WorkingDay day(LocalDate date) {
		return new WorkingDay(date, List.of(), null);
	}

	@Override
	public List<TimeSpan> openOn(LocalDate date) {
		return List.of();
	}

}
