package dev.escala.calendar.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.calendar.WorkingDay;

/**
 * How one day is worked.
 *
 * @param date the date in the calendar's zone
 * @param weekday its Spanish weekday
 * @param hours its stretches in wall-clock time, for example {@code 09:00-14:00}
 * @param note why it is no ordinary day, or {@code null}
 * @param minutes how many minutes are really worked, also on a night on which the clocks
 * change
 * @param unconfirmed whether a decree may still change the holidays of its year
 * @param spans the same stretches in absolute time
 */
record DayView(LocalDate date, String weekday, List<String> hours, String note, long minutes, boolean unconfirmed,
		List<TimeSpan> spans) {

	static DayView of(WorkingCalendar calendar, LocalDate date) {
		WorkingDay day = calendar.day(date);
		List<TimeSpan> spans = calendar.openOn(date);
		Duration worked = spans.stream().map(TimeSpan::length).reduce(Duration.ZERO, Duration::plus);
		return new DayView(date, date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.forLanguageTag("es")),
				day.hours().stream().map(Object::toString).toList(), day.note(), worked.toMinutes(),
				calendar.isUnconfirmed(date.getYear()), spans);
	}
}
