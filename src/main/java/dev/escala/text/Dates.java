package dev.escala.text;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Says dates and times of day as people say them, in English for whoever reads English
 * and in Spanish for everybody else.
 */
public final class Dates {

	public static final Locale SPANISH = Locale.forLanguageTag("es-ES");

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", SPANISH);

	private static final DateTimeFormatter FIGURES = DateTimeFormatter.ofPattern("dd/MM/uuuu", SPANISH);

	private static final DateTimeFormatter SPANISH_DATE = DateTimeFormatter.ofPattern("d 'de' MMMM 'de' uuuu", SPANISH);

	private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private static final DateTimeFormatter SPANISH_WEEKDAY = DateTimeFormatter.ofPattern("EEEE d 'de' MMMM", SPANISH);

	private static final DateTimeFormatter ENGLISH_WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

	private static final DateTimeFormatter LIST = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", SPANISH);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM 'de' uuuu", SPANISH);

	private static final DateTimeFormatter LIST_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", SPANISH);

	private Dates() {
	}

	public static boolean isEnglish(Locale locale) {
		return "en".equals(locale.getLanguage());
	}

	/** For example {@code 9:05}. */
	public static String clock(TemporalAccessor time) {
		return CLOCK.format(time);
	}

	/** For example {@code 03/11/2026}. */
	public static String figures(TemporalAccessor date) {
		return FIGURES.format(date);
	}

	/** For example {@code 3 de noviembre de 2026} or {@code 3 November 2026}. */
	public static String full(TemporalAccessor date, Locale locale) {
		return (isEnglish(locale) ? ENGLISH_DATE : SPANISH_DATE).format(date);
	}

	/** For example {@code martes 3 de noviembre} or {@code Tuesday 3 November}. */
	public static String weekday(TemporalAccessor date, Locale locale) {
		return (isEnglish(locale) ? ENGLISH_WEEKDAY : SPANISH_WEEKDAY).format(date);
	}

	/** For example {@code noviembre de 2026}. */
	public static String month(TemporalAccessor month) {
		return MONTH.format(month);
	}

	/** How lists of staff's pages say an instant: {@code 3 nov 2026, 09:05}. */
	public static DateTimeFormatter inLists(ZoneId zone) {
		return LIST.withZone(zone);
	}

	/**
	 * By when a list says that something is due: {@code 3 nov 2026, 09:05}. What is due
	 * as a day ends is due on that day, as the laws say it, and not at the first hour of
	 * the next: {@code 3 nov 2026, al final del día}.
	 */
	public static String limit(Instant limit, ZoneId zone) {
		ZonedDateTime time = limit.atZone(zone);
		return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? LIST_DAY.format(time.minusDays(1)) + ", al final del día"
				: LIST.format(time);
	}

}
