package dev.escala.complaint.information;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.text.Dates;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/** When people attend, as the organisation's calendar has it: its ordinary week. */
@Component
class OpeningWeek {

	/** So long nobody has only days that are none of the ordinary ones. */
	private static final int DAYS = 120;

	private final Calendars calendars;

	private final Clock clock;

	OpeningWeek(Calendars calendars, Clock clock) {
		this.calendars = calendars;
		this.clock = clock;
	}

	/** The days on which people attend; those that follow each other stand together. */
	List<Opening> list(Locale language) {
		WorkingCalendar calendar = this.calendars.organisation();
		List<Opening> openings = new ArrayList<>();
		DayOfWeek first = null;
		DayOfWeek last = null;
		String hours = "";
		for (DayOfWeek day : DayOfWeek.values()) {
			String now = hours(calendar, day);
			if (first != null && now.equals(hours)) {
				last = day;
				continue;
			}
			add(openings, first, last, hours, language);
			first = day;
			last = day;
			hours = now;
		}
		add(openings, first, last, hours, language);
		return openings;
	}

	private static void add(List<Opening> openings, DayOfWeek first, DayOfWeek last, String hours, Locale language) {
		if (first != null && !hours.isEmpty()) {
			openings.add(new Opening(name(first, language), (first == last) ? null : name(last, language), hours));
		}
	}

	private static String name(DayOfWeek day, Locale language) {
		return Sentences.beginning(day.getDisplayName(TextStyle.FULL, language));
	}

	private String hours(WorkingCalendar calendar, DayOfWeek day) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), calendar.zone());
		Optional<LocalDate> ordinary = Stream.iterate(today, (date) -> date.plusDays(1))
			.limit(DAYS)
			.filter((date) -> date.getDayOfWeek() == day && calendar.day(date).note() == null)
			.findFirst();
		return ordinary
			.map((date) -> calendar.openOn(date)
				.stream()
				.map((span) -> Dates.clock(span.from().atZone(calendar.zone())) + "–"
						+ Dates.clock(span.to().atZone(calendar.zone())))
				.collect(Collectors.joining(", ")))
			.orElse("");
	}

	/**
	 * Days of the same hours.
	 *
	 * @param first the first of them
	 * @param last the last of them, or {@code null} where it is one
	 * @param hours for example {@code 09:00–14:00, 16:00–18:00}
	 */
	public record Opening(String first, String last, String hours) {
	}

}
