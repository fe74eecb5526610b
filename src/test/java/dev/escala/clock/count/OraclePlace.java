package dev.escala.clock.count;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.calendar.OwnDay;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.WeekHours;
import dev.escala.calendar.WorkingCalendar;

/**
 * A place whose opening hours and holidays are written down twice: here by hand for the
 * oracle, and as the definition from which the application makes its calendar. The
 * holidays are not part of that definition: the calendar finds them by country.
 *
 * @param week seven days from Monday, each {@code 09:00-14:00 16:00-19:00} or empty
 * @param holidays by hand, for all dates between first and last
 * @param own days that are worked differently; empty hours close the day
 * @param first the first date of which anything is known
 * @param last the last one
 */
public record OraclePlace(String code, ZoneId zone, List<String> week, String country, String region,
		Set<LocalDate> holidays, Map<LocalDate, String> own, LocalDate first, LocalDate last, OpenMinutes minutes,
		MinuteWalk walk, WorkingCalendar calendar) {

	static OraclePlace of(String code, String zone, List<String> week, String where, String holidays, String own,
			String first, String last) {
		Set<LocalDate> free = Arrays.stream(holidays.trim().split("\\s+"))
			.filter((text) -> !text.isEmpty())
			.map(LocalDate::parse)
			.collect(Collectors.toSet());
		Map<LocalDate, String> days = new HashMap<>();
		own.lines().filter((line) -> !line.isBlank()).forEach((line) -> {
			String[] parts = line.trim().split("=", 2);
			days.put(LocalDate.parse(parts[0]), parts[1].trim());
		});
		String[] parts = where.split("/", 2);
		String country = where.isEmpty() ? null : parts[0];
		String region = (parts.length > 1) ? parts[1] : null;
		LocalDate from = LocalDate.parse(first);
		LocalDate to = LocalDate.parse(last);
		OpenMinutes minutes = new OpenMinutes(ZoneId.of(zone), (date) -> hours(date, week, free, days, from, to));
		return new OraclePlace(code, ZoneId.of(zone), week, country, region, free, days, from, to, minutes,
				new MinuteWalk(minutes), calendar(code, zone, week, country, region, days));
	}

	private static List<String> hours(LocalDate date, List<String> week, Set<LocalDate> free,
			Map<LocalDate, String> own, LocalDate first, LocalDate last) {
		if (date.isBefore(first) || date.isAfter(last)) {
			throw new OutsideException(date);
		}
		String hours = own.get(date);
		if (hours == null) {
			hours = free.contains(date) ? "" : week.get(date.getDayOfWeek().getValue() - 1);
		}
		return split(hours);
	}

	private static WorkingCalendar calendar(String code, String zone, List<String> week, String country, String region,
			Map<LocalDate, String> own) {
		List<OwnDay> days = own.entrySet()
			.stream()
			.map((day) -> new OwnDay(day.getKey().toString(), "Día propio", split(day.getValue())))
			.toList();
		WeekHours hours = new WeekHours(split(week.get(0)), split(week.get(1)), split(week.get(2)), split(week.get(3)),
				split(week.get(4)), split(week.get(5)), split(week.get(6)));
		return new SaveCalendar(code, code, zone, hours, country, region, days).calendar();
	}

	private static List<String> split(String hours) {
		return hours.isBlank() ? List.of() : List.of(hours.trim().split("\\s+"));
	}

	/** What the weekday of the date would be worked. */
	List<String> weekday(LocalDate date) {
		return split(this.week.get(date.getDayOfWeek().getValue() - 1));
	}

	/** The same hours from Monday to Friday, and those of the weekend. */
	static List<String> week(String mondayToFriday, String saturday, String sunday) {
		return Arrays.stream(DayOfWeek.values()).map((day) -> switch (day) {
			case SATURDAY -> saturday;
			case SUNDAY -> sunday;
			default -> mondayToFriday;
		}).toList();
	}

	static List<String> everyDay(String hours) {
		return week(hours, hours, hours);
	}

	@Override
	public String toString() {
		return this.code + " (" + this.zone + ")";
	}

	/** A case leads to dates of which the lists by hand know nothing. */
	static final class OutsideException extends IllegalStateException {

		private static final long serialVersionUID = 1L;

		OutsideException(LocalDate date) {
			super("Nothing is known of " + date);
		}

	}

}
