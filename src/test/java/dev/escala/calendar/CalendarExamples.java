package dev.escala.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** Calendars in the words of those who define them. */
final class CalendarExamples {

	private final String zone;

	private WeekHours hours = WeekHours.of((day) -> List.of());

	private String country;

	private String region;

	private final List<OwnDay> days = new ArrayList<>();

	private CalendarExamples(String zone) {
		this.zone = zone;
	}

	static CalendarExamples in(String zone) {
		return new CalendarExamples(zone);
	}

	CalendarExamples everyDay(String... stretches) {
		this.hours = WeekHours.of((day) -> List.of(stretches));
		return this;
	}

	CalendarExamples weekdays(String... stretches) {
		this.hours = WeekHours.of((day) -> (day.compareTo(DayOfWeek.FRIDAY) <= 0) ? List.of(stretches) : List.of());
		return this;
	}

	CalendarExamples holidays(String ofCountry, String ofRegion) {
		this.country = ofCountry;
		this.region = ofRegion;
		return this;
	}

	CalendarExamples day(String date, String name, String... stretches) {
		this.days.add(new OwnDay(date, name, List.of(stretches)));
		return this;
	}

	SaveCalendar definition() {
		return new SaveCalendar("ejemplo", "Ejemplo", this.zone, this.hours, this.country, this.region, this.days);
	}

	WorkingCalendar calendar() {
		return definition().calendar();
	}

}
