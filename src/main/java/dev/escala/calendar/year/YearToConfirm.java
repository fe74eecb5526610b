package dev.escala.calendar.year;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.calendar.WorkingDay;
import dev.escala.text.Dates;

import org.springframework.stereotype.Component;

/** What whoever confirms a year reads. */
@Component
public class YearToConfirm {

	private final Calendars calendars;

	YearToConfirm(Calendars calendars) {
		this.calendars = calendars;
	}

	/** Which calendar and year, and whether somebody knows its decrees. */
	public String title(CalendarYear wanted) {
		return this.calendars.find(wanted.code())
			.map((calendar) -> "Calendario «" + calendar.name() + "» (" + calendar.code() + "), año " + wanted.year()
					+ ". "
					+ (calendar.isUnconfirmed(wanted.year())
							? "Está sin confirmar: aún no se conocían sus decretos cuando se publicó esta versión de Escala."
							: "Escala ya trae los festivos de ese año; faltan los del municipio."))
			.orElse("El calendario " + wanted.code() + " ya no existe.");
	}

	/** The days of the year that are no ordinary days, one a line. */
	public String holidays(CalendarYear wanted) {
		List<WorkingDay> days = this.calendars.find(wanted.code())
			.map((calendar) -> special(calendar, wanted.year()))
			.orElse(List.of());
		return days.isEmpty() ? "Ninguno."
				: days.stream()
					.map((day) -> "- " + Dates.weekday(day.date(), Dates.SPANISH) + ": " + day.note())
					.collect(Collectors.joining("\n"));
	}

	private static List<WorkingDay> special(WorkingCalendar calendar, int year) {
		LocalDate first = Year.of(year).atDay(1);
		return first.datesUntil(first.plusYears(1)).map(calendar::day).filter((day) -> day.note() != null).toList();
	}

}
