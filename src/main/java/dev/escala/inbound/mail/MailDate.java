package dev.escala.inbound.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.text.Shortening;

/**
 * The moment in a {@code Date} header, as programs write it: with two blanks, names of
 * zones, years of two digits, or a weekday that is wrong (RFC 5322, 3.3 and 4.3).
 */
final class MailDate {

	private static final int LONGEST = 200;

	/** The weekday says nothing new, and may be wrong. */
	private static final Pattern FORM = Pattern
		.compile("^(?:\\p{L}{2,12}\\.?[ ,]+)?(\\d{1,2})[ -](\\p{L}{3,10})\\.?[ -]"
				+ "(\\d{2}|\\d{4}) (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d{1,9})?(?: ?(?:GMT|UTC)?([+-]\\d{2}):?(\\d{2})| ([A-Z]{1,5}))?$");

	private static final List<String> MONTHS = List.of("jan ene", "feb", "mar", "apr abr", "may", "jun", "jul",
			"aug ago", "sep", "oct", "nov", "dec dic");

	/** The names of the standard, and those of Central Europe. */
	private static final Map<String, String> ZONES = Map.ofEntries(Map.entry("EST", "-05:00"),
			Map.entry("EDT", "-04:00"), Map.entry("CST", "-06:00"), Map.entry("CDT", "-05:00"),
			Map.entry("MST", "-07:00"), Map.entry("MDT", "-06:00"), Map.entry("PST", "-08:00"),
			Map.entry("PDT", "-07:00"), Map.entry("WET", "Z"), Map.entry("WEST", "+01:00"), Map.entry("BST", "+01:00"),
			Map.entry("CET", "+01:00"), Map.entry("MEZ", "+01:00"), Map.entry("CEST", "+02:00"),
			Map.entry("MESZ", "+02:00"));

	private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

	private MailDate() {
	}

	/** The moment, or {@code null} where there is none that one can read. */
	static Instant of(String written) {
		String date = MailText.line(HeaderComments.without(Shortening.beginning(written, LONGEST)), LONGEST);
		Matcher parts = FORM.matcher(date);
		try {
			Instant moment = parts.matches() ? moment(parts) : Instant.parse(date);
			return moment.isAfter(Instant.EPOCH) && moment.isBefore(LATEST) ? moment : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static Instant moment(Matcher parts) {
		int year = Integer.parseInt(parts.group(3));
		int full = (parts.group(3).length() == 4) ? year : (year < 50) ? 2000 + year : 1900 + year;
		int second = (parts.group(6) == null) ? 0 : Integer.parseInt(parts.group(6));
		LocalDateTime local = LocalDateTime.of(full, month(parts.group(2)), Integer.parseInt(parts.group(1)),
				Integer.parseInt(parts.group(4)), Integer.parseInt(parts.group(5)), Math.min(second, 59));
		return local.atZone(zone(parts)).toInstant();
	}

	private static int month(String name) {
		String begin = name.substring(0, 3).toLowerCase(Locale.ROOT);
		for (int i = 0; i < MONTHS.size(); i++) {
			if (List.of(MONTHS.get(i).split(" ")).contains(begin)) {
				return i + 1;
			}
		}
		throw new DateTimeParseException("no month", name, 0);
	}

	/** A zone that nobody knows is taken as that of Greenwich, as the standard says. */
	private static ZoneId zone(Matcher parts) {
		if (parts.group(7) != null) {
			return ZoneOffset.of(parts.group(7) + ":" + parts.group(8));
		}
		return ZoneOffset.of((parts.group(9) == null) ? "Z" : ZONES.getOrDefault(parts.group(9), "Z"));
	}

}
