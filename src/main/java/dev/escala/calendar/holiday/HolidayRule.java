package dev.escala.calendar.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When a holiday is, as one cell of our table says it: {@code 2026-11-09} once,
 * {@code 12-25} each year, {@code 09-17 if MON FRI} only on these weekdays,
 * {@code 08-16 leap} and {@code 08-16 common} only in years with and without 29 February,
 * {@code easter-2} two days before Easter Sunday, {@code mon#3 03} on the third Monday of
 * March and {@code mon#-1 05} on the last of May, {@code wed#1 10 +2} two days after the
 * first Wednesday of October.
 */
final class HolidayRule {

	private static final Pattern FORM = Pattern.compile(
			"(?<once>\\d{4}-\\d\\d-\\d\\d)|(?<fixed>\\d\\d-\\d\\d)(?: if (?<only>[A-Z]{3}(?: [A-Z]{3})*)| (?<years>leap|common))?"
					+ "|easter(?<easter>[+-]\\d+)|(?<weekday>[a-z]{3})#(?<nth>-?[1-5]) (?<month>\\d\\d)(?: (?<after>\\+\\d+))?");

	private static final Pattern MOVE = Pattern.compile("([A-Z]{3})([+-]\\d+)");

	private final Matcher rule;

	private final Map<DayOfWeek, Integer> moves = new EnumMap<>(DayOfWeek.class);

	private final boolean stays;

	/**
	 * Reads a rule.
	 * @param moves by how many days the law moves it from which weekday, for example
	 * {@code TUE-1 THU+4}; empty for a day that never moves
	 * @param stays whether a moved holiday leaves its own date closed as well
	 * @throws IllegalArgumentException if the text is no rule
	 */
	HolidayRule(String text, String moves, boolean stays) {
		this.rule = FORM.matcher(text);
		if (!this.rule.matches()) {
			throw new IllegalArgumentException("No rule of a holiday: " + text);
		}
		for (String move : words(moves)) {
			Matcher read = MOVE.matcher(move);
			if (!read.matches()) {
				throw new IllegalArgumentException("No move of a holiday: " + move);
			}
			this.moves.put(weekday(read.group(1)), Integer.valueOf(read.group(2)));
		}
		this.stays = stays;
	}

	/**
	 * The dates of the holiday that a year has, which a move may carry into a
	 * neighbouring year.
	 */
	Set<LocalDate> in(int year) {
		Set<LocalDate> dates = new LinkedHashSet<>();
		named(year).ifPresent((date) -> {
			Integer days = this.moves.get(date.getDayOfWeek());
			if (days == null || this.stays) {
				dates.add(date);
			}
			if (days != null) {
				dates.add(date.plusDays(days));
			}
		});
		return dates;
	}

	/** Whether this is one date, and no rule for each year. */
	boolean isOnce() {
		return this.rule.group("once") != null;
	}

	private Optional<LocalDate> named(int year) {
		if (isOnce()) {
			return Optional.of(LocalDate.parse(this.rule.group("once"))).filter((date) -> date.getYear() == year);
		}
		if (this.rule.group("fixed") != null) {
			String only = this.rule.group("only");
			String years = this.rule.group("years");
			if (years != null && Year.isLeap(year) != years.equals("leap")) {
				return Optional.empty();
			}
			return Optional.of(MonthDay.parse("--" + this.rule.group("fixed")).atYear(year))
				.filter((date) -> only == null || words(only).contains(date.getDayOfWeek().name().substring(0, 3)));
		}
		if (this.rule.group("easter") != null) {
			return Optional.of(easter(year).plusDays(Long.parseLong(this.rule.group("easter"))));
		}
		LocalDate month = LocalDate.of(year, Integer.parseInt(this.rule.group("month")), 1);
		String after = this.rule.group("after");
		return Optional.of(
				month
					.with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(this.rule.group("nth")),
							weekday(this.rule.group("weekday"))))
					.plusDays((after == null) ? 0 : Long.parseLong(after)));
	}

	/** Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher. */
	static LocalDate easter(int year) {
		int golden = year % 19;
		int century = year / 100;
		int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
		int sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
		int late = (golden + 11 * moon + 22 * sunday) / 451;
		int days = moon + sunday - 7 * late + 114;
		return Year.of(year).atMonth(days / 31).atDay(days % 31 + 1);
	}

	private static List<String> words(String text) {
		return Stream.of(text.split(" ")).filter((word) -> !word.isEmpty()).toList();
	}

	private static DayOfWeek weekday(String letters) {
		return Stream.of(DayOfWeek.values())
			.filter((day) -> day.name().substring(0, 3).equalsIgnoreCase(letters))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No weekday: " + letters));
	}

}
