package dev.escala.calendar.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.CalendarDefinition;
import dev.escala.calendar.CalendarUsers;
import dev.escala.calendar.OwnDay;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.StoredCalendar;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.calendar.holiday.Countries;
import dev.escala.text.Dates;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of one calendar show. */
@Component
class CalendarSheet {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Dates.SPANISH);

	private final CalendarAdministration administration;

	private final CalendarUsers users;

	private final CalendarEditors editors;

	private final Staff staff;

	private final Clock clock;

	CalendarSheet(CalendarAdministration administration, CalendarUsers users, CalendarEditors editors, Staff staff,
			Clock clock) {
		this.administration = administration;
		this.users = users;
		this.editors = editors;
		this.staff = staff;
		this.clock = clock;
	}

	StoredCalendar known(String code) {
		return this.administration.find(code)
			.orElseThrow(() -> new NotFoundException("No hay ningún calendario con ese código."));
	}

	/**
	 * Fills in the page of a calendar.
	 * @param wantedYear the year whose days are shown; what is none means this year
	 * @param typed what somebody typed into one of its forms
	 * @param problems what was wrong with it
	 */
	String show(StoredCalendar stored, String wantedYear, Map<String, String> typed, Map<String, String> problems,
			Model model) {
		CalendarDefinition definition = stored.definition();
		WorkingCalendar calendar = definition.calendar();
		int year = year(wantedYear, calendar);
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("stored", stored);
		model.addAttribute("calendar", definition);
		model.addAttribute("week", week(CalendarForm.of(definition, stored.version())));
		model.addAttribute("holidays", placeName(CalendarForm.place(definition)));
		model.addAttribute("year", year);
		model.addAttribute("first", SaveCalendar.FIRST_YEAR);
		model.addAttribute("last", SaveCalendar.LAST_YEAR);
		model.addAttribute("days", days(definition, calendar, year));
		model.addAttribute("today", LocalDate.now(this.clock.withZone(calendar.zone())));
		model.addAttribute("usedBy", this.users.users(definition.code()));
		model.addAttribute("teams", this.staff.groups());
		model.addAttribute("mayEdit", this.editors.mayEdit());
		model.addAttribute("changeable", this.editors.mayEdit() && !stored.configured());
		model.addAttribute("editor", Optional.ofNullable(stored.updatedBy()).map(this.staff::nameOf).orElse(null));
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		return "calendars/calendar";
	}

	/** The days of a week with what is typed for each, by their Spanish names. */
	static List<Weekday> week(CalendarForm form) {
		List<Weekday> week = new ArrayList<>();
		for (DayOfWeek day : DayOfWeek.values()) {
			week.add(new Weekday(CalendarForm.field(day), day.getDisplayName(TextStyle.FULL, Dates.SPANISH),
					form.hours().get(day)));
		}
		return week;
	}

	/** All countries and regions whose holidays are known, by the value of a form. */
	static Map<String, String> places() {
		Map<String, String> places = new LinkedHashMap<>();
		Countries.all().forEach((country) -> {
			places.put(country.code(), country.name());
			country.regions()
				.forEach((region) -> places.put(country.code() + " " + region.code(),
						country.name() + " · " + region.name()));
		});
		return places;
	}

	/** The name of a place, or what it is called by where it is not known any more. */
	static String placeName(String place) {
		return place.isEmpty() ? "Ninguno" : places().getOrDefault(place, place);
	}

	private int year(String wanted, WorkingCalendar calendar) {
		int year = wanted.matches("\\d{4}") ? Integer.parseInt(wanted) : 0;
		return (year >= SaveCalendar.FIRST_YEAR && year <= SaveCalendar.LAST_YEAR) ? year
				: LocalDate.now(this.clock.withZone(calendar.zone())).getYear();
	}

	private static List<SpecialDay> days(CalendarDefinition definition, WorkingCalendar calendar, int year) {
		Set<String> own = definition.days().stream().map(OwnDay::date).collect(Collectors.toSet());
		LocalDate first = LocalDate.of(year, 1, 1);
		return first.datesUntil(first.plusYears(1))
			.map(calendar::day)
			.filter((day) -> day.note() != null || own.contains(day.date().toString()))
			.map((day) -> new SpecialDay(day.date(), DAY.format(day.date()), day.note(),
					day.hours().stream().map(Object::toString).collect(Collectors.joining(", ")),
					own.contains(day.date().toString())))
			.toList();
	}

	/**
	 * A day of the ordinary week.
	 *
	 * @param field the field of the form
	 * @param label its Spanish name
	 * @param hours its stretches on one line, empty where it is free
	 */
	record Weekday(String field, String label, String hours) {
	}

	/**
	 * A date that is not worked as its weekday says.
	 *
	 * @param text the date as people read it
	 * @param name the name of the holiday or of the own day
	 * @param hours its stretches on one line, empty where it is free
	 * @param own whether somebody added it to this calendar
	 */
	record SpecialDay(LocalDate date, String text, String name, String hours, boolean own) {
	}

}
