package dev.escala.pursuit.stage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.TimeSpan;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.pursuit.Pursuit;
import dev.escala.validation.Fields;
import dev.escala.validation.TypedDay;

import org.springframework.stereotype.Component;

/**
 * A day on which somebody is called again: one to come on which the group works, so that
 * the promise can be kept (002-07).
 */
@Component
public class AgreedDay {

	private static final int MOST_YEARS = 3;

	private final Calendars calendars;

	private final Clock clock;

	AgreedDay(Calendars calendars, Clock clock) {
		this.calendars = calendars;
		this.clock = clock;
	}

	/**
	 * When the group opens on that day.
	 * @throws dev.escala.validation.InvalidInputException where nobody can be called then
	 */
	public Instant read(Pursuit pursuit, String typed) {
		WorkingCalendar calendar = this.calendars.effective(pursuit.groupId(), null);
		LocalDate today = this.clock.instant().atZone(calendar.zone()).toLocalDate();
		Fields fields = new Fields();
		LocalDate day = TypedDay.read(fields, "contactOn", typed);
		if (day != null && !day.isAfter(today)) {
			fields.refuse("contactOn", "La fecha acordada tiene que estar por venir.");
		}
		else if (day != null && day.isAfter(today.plusYears(MOST_YEARS))) {
			fields.refuse("contactOn", "La fecha acordada está a más de " + MOST_YEARS + " años.");
		}
		else if (day != null && calendar.openOn(day).isEmpty()) {
			String note = calendar.day(day).note();
			fields.refuse("contactOn", "Ese día no se trabaja" + ((note == null) ? "" : " (" + note + ")")
					+ ": acuerde otro. El siguiente laborable es el " + told(next(calendar, day)) + ".");
		}
		fields.done();
		TimeSpan first = calendar.openOn(day).get(0);
		return first.from();
	}

	private static LocalDate next(WorkingCalendar calendar, LocalDate day) {
		LocalDate next = day;
		for (int i = 0; i < 60 && calendar.openOn(next).isEmpty(); i++) {
			next = next.plusDays(1);
		}
		return next;
	}

	private static String told(LocalDate day) {
		return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
	}

}
