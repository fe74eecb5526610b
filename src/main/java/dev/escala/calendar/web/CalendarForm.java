package dev.escala.calendar.web;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.escala.calendar.CalendarDefinition;
import dev.escala.calendar.OwnDay;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.WeekHours;

/**
 * A calendar as somebody typed it, right or wrong. Its own days are kept beside it, one
 * by one.
 *
 * @param place country and region as {@code es} or {@code es md/mad}, or empty
 * @param hours the stretches of each weekday on one line, parted by commas
 * @param version what the person had seen, or empty for a new calendar
 */
record CalendarForm(String code, String name, String zone, String place, Map<DayOfWeek, String> hours, String version) {

	static CalendarForm empty(String zone) {
		Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			hours.put(day, (day.compareTo(DayOfWeek.SATURDAY) < 0) ? "09:00-14:00, 15:00-18:00" : "");
		}
		return new CalendarForm("", "", zone, "", hours, "");
	}

	static CalendarForm of(CalendarDefinition definition, long version) {
		Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			hours.put(day, String.join(", ", on(definition.hours(), day)));
		}
		return new CalendarForm(definition.code(), definition.name(), definition.zone(), place(definition), hours,
				String.valueOf(version));
	}

	static CalendarForm read(Map<String, String> sent) {
		Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			hours.put(day, text(sent, field(day)));
		}
		return new CalendarForm(text(sent, "code"), text(sent, "name"), text(sent, "zone"), text(sent, "place"), hours,
				text(sent, "version"));
	}

	/** The wish; its own days are those that there are. */
	SaveCalendar toCommand(String code, List<OwnDay> days) {
		String[] parts = this.place.split(" ", 2);
		return new SaveCalendar(code, this.name, this.zone,
				new WeekHours(on(DayOfWeek.MONDAY), on(DayOfWeek.TUESDAY), on(DayOfWeek.WEDNESDAY),
						on(DayOfWeek.THURSDAY), on(DayOfWeek.FRIDAY), on(DayOfWeek.SATURDAY), on(DayOfWeek.SUNDAY)),
				parts[0].isEmpty() ? null : parts[0], (parts.length < 2) ? null : parts[1], days);
	}

	/** The version that the person had seen; what is none was seen by nobody. */
	long seen() {
		return this.version.matches("\\d{1,18}") ? Long.parseLong(this.version) : -1;
	}

	CalendarForm withVersion(long version) {
		return new CalendarForm(this.code, this.name, this.zone, this.place, this.hours, String.valueOf(version));
	}

	/** What is wrong, by the fields of the form. */
	static Map<String, String> placed(Map<String, String> problems) {
		Map<String, String> placed = new HashMap<>();
		problems.forEach((field, problem) -> {
			String place = field.startsWith("days") ? "form"
					: field.replaceFirst("\\[\\d+]$", "").replaceFirst("^(country|region)$", "place");
			placed.merge(place, problem, (one, other) -> one.equals(other) ? one : one + " " + other);
		});
		return placed;
	}

	/** How a field names the day: {@code hours.monday}. */
	static String field(DayOfWeek day) {
		return "hours." + day.name().toLowerCase(Locale.ROOT);
	}

	static String place(CalendarDefinition definition) {
		return Objects.toString(definition.country(), "")
				+ ((definition.region() == null) ? "" : " " + definition.region());
	}

	/** Stretches as people type them on one line. */
	static List<String> stretches(String line) {
		return Arrays.stream(line.split("[,;]|\\s+y\\s+")).map(String::strip).filter((one) -> !one.isEmpty()).toList();
	}

	private List<String> on(DayOfWeek day) {
		return stretches(this.hours.get(day));
	}

	private static List<String> on(WeekHours hours, DayOfWeek day) {
		return switch (day) {
			case MONDAY -> hours.monday();
			case TUESDAY -> hours.tuesday();
			case WEDNESDAY -> hours.wednesday();
			case THURSDAY -> hours.thursday();
			case FRIDAY -> hours.friday();
			case SATURDAY -> hours.saturday();
			case SUNDAY -> hours.sunday();
		};
	}

	private static String text(Map<String, String> sent, String field) {
		return sent.getOrDefault(field, "").strip();
	}

}
