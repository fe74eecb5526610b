package dev.escala.complaint.attention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.reference.CustomerId;

import org.springframework.stereotype.Component;

/**
 * The end of "the same working day" (Ley 10/2025, art. 8.3), by the calendar with which
 * supervisors work for the customer. Whoever asks when the office has closed is called
 * before midnight: the law knows days and no opening hours. On a day off it is the end of
 * the next working day.
 */
@Component
class SameDay {

	/** No calendar is closed for longer. */
	private static final int DAYS = 60;

	private final Calendars calendars;

	SameDay(Calendars calendars) {
		this.calendars = calendars;
	}

	/**
	 * When that day ends.
	 * @param customer the customer, or {@code null} where nobody knows which
	 */
	Instant end(Instant askedAt, CustomerId customer) {
		WorkingCalendar calendar = this.calendars.effective(Role.SUPERVISORS.groupId(), customer);
		LocalDate day = askedAt.atZone(calendar.zone()).toLocalDate();
		LocalDate working = Stream.iterate(day, (one) -> one.plusDays(1))
			.limit(DAYS)
			.filter((one) -> !calendar.openOn(one).isEmpty())
			.findFirst()
			.orElse(day);
		List<TimeSpan> open = calendar.openOn(working);
		Instant closing = open.isEmpty() ? askedAt : open.get(open.size() - 1).to();
		return closing.isAfter(askedAt) ? closing : working.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
	}

}
