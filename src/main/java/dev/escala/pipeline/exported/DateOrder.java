package dev.escala.pipeline.exported;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the day or the month stands first in dates that do not begin with the year. */
public enum DateOrder {

	DAY_FIRST, MONTH_FIRST;

	private static final Pattern ISO = Pattern.compile(
			"(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?(?: ?(Z|[+-]\\d{2}:?\\d{2}))?");

	private static final Pattern NUMBERS = Pattern.compile(
			"(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})(?:,? +(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([ap])\\.? ?m\\.?)?)?",
			Pattern.CASE_INSENSITIVE);

	/** Days since 30 December 1899, as spreadsheets count: the years 1982 to 2064. */
	private static final Pattern SERIAL = Pattern.compile("([3-5]\\d{4})(?:[.,]\\d+)?");

	/** What a date tells of its column, or empty where it tells nothing. */
	static Optional<DateOrder> told(String text) {
		Matcher numbers = NUMBERS.matcher(text);
		if (!numbers.matches()) {
			return Optional.empty();
		}
		int first = Integer.parseInt(numbers.group(1));
		int second = Integer.parseInt(numbers.group(2));
		return (first > 12) ? Optional.of(DAY_FIRST) : (second > 12) ? Optional.of(MONTH_FIRST) : Optional.empty();
	}

	/** Whether the date may be read both ways, as 3/4/2026 and not 4/4/2026. */
	static boolean isUndecidable(String text) {
		Matcher numbers = NUMBERS.matcher(text);
		return numbers.matches() && told(text).isEmpty()
				&& Integer.parseInt(numbers.group(1)) != Integer.parseInt(numbers.group(2));
	}

	/**
	 * The instant in its zone, at midnight where only a date is said.
	 * @param zone of times that name none
	 * @return empty where this is no date
	 */
	Optional<ZonedDateTime> read(String text, ZoneId zone) {
		try {
			Matcher iso = ISO.matcher(text);
			if (iso.matches()) {
				LocalDate date = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
				LocalDateTime at = date.atTime(time(iso, 4, null));
				return Optional.of((iso.group(7) == null) ? at.atZone(zone)
						: OffsetDateTime.parse(at.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) + offset(iso.group(7)))
							.toZonedDateTime());
			}
			Matcher numbers = NUMBERS.matcher(text);
			if (numbers.matches()) {
				int year = number(numbers, 3);
				LocalDate date = LocalDate.of((year < 100) ? 2000 + year : year,
						number(numbers, (this == DAY_FIRST) ? 2 : 1), number(numbers, (this == DAY_FIRST) ? 1 : 2));
				return Optional.of(date.atTime(time(numbers, 4, numbers.group(7))).atZone(zone));
			}
			Matcher serial = SERIAL.matcher(text);
			return serial.matches()
					? Optional.of(LocalDate.of(1899, 12, 30).plusDays(number(serial, 1)).atStartOfDay(zone))
					: Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static LocalTime time(Matcher matcher, int group, String half) {
		if (matcher.group(group) == null) {
			return LocalTime.MIDNIGHT;
		}
		int hour = number(matcher, group);
		if (half != null) {
			hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
		}
		return LocalTime.of(hour, number(matcher, group + 1),
				(matcher.group(group + 2) == null) ? 0 : number(matcher, group + 2));
	}

	/** Data Loader writes +0100. */
	private static String offset(String text) {
		return (text.length() == 5) ? text.substring(0, 3) + ":" + text.substring(3) : text;
	}

	private static int number(Matcher matcher, int group) {
		return Integer.parseInt(matcher.group(group));
	}

}
