package dev.escala.calendar.official;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.CalendarDefinition;
import dev.escala.calendar.OwnDay;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.StoredCalendar;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.calendar.forecast.CalendarForecast;
import dev.escala.calendar.forecast.MovedDeadline;
import dev.escala.calendar.forecast.MovedDeadlines;
import dev.escala.calendar.forecast.WantedCalendars;
import dev.escala.calendar.year.CalendarYear;
import dev.escala.calendar.year.ConfirmYears;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.validation.ConflictException;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the days off of one official year over into a calendar. A day that the calendar
 * works becomes an own day, which is closed; an own day that is there stays as somebody
 * wanted it; a holiday that the file does not have is named and stays: whether the file
 * or Escala is right is for a person.
 */
@Service
public class ImportOfficialDays {

	private static final int MOST_MOVED = 200;

	private final CalendarAdministration administration;

	private final ConfirmYears years;

	private final MovedDeadlines deadlines;

	ImportOfficialDays(CalendarAdministration administration, ConfirmYears years, MovedDeadlines deadlines) {
		this.administration = administration;
		this.years = years;
		this.deadlines = deadlines;
	}

	/**
	 * What would change, and which deadlines would move. Changes nothing.
	 * @throws NotFoundException where there is no such calendar
	 */
	@Transactional(readOnly = true)
	public Preview preview(String code, OfficialDays official) {
		StoredCalendar stored = known(code);
		List<OwnDay> added = new ArrayList<>();
		List<OwnDay> kept = new ArrayList<>();
		compare(stored.definition(), official, added, kept);
		CalendarForecast forecast = added.isEmpty() ? CalendarForecast.none()
				: this.deadlines.by(WantedCalendars.edited(with(stored.definition(), added).calendar()));
		List<MovedDeadline> moved = forecast.moved();
		return new Preview(official.year(), stored.version(), added, kept, official.ignored(), moved.size(),
				moved.subList(0, Math.min(moved.size(), MOST_MOVED)), forecast.dueNow(), agrees(official, kept));
	}

	/**
	 * Does it. Where calendar and file agree on every day afterwards, the year is
	 * confirmed, and nobody is asked to confirm it any more.
	 * @param seen the version of the preview
	 * @throws ConflictException where somebody changed the calendar since the preview, or
	 * where the configuration defines it
	 */
	@Transactional
	public Preview take(String code, OfficialDays official, long seen, UserId by) {
		this.administration.takeTurns();
		Preview done = preview(code, official);
		if (done.version() != seen) {
			throw new ConflictException("El calendario " + code + " ha cambiado desde la vista previa: ahora tiene la "
					+ "versión " + done.version() + ". Pida otra vista previa y compruébela.");
		}
		if (!done.added().isEmpty()) {
			this.administration.addDays(code, done.added());
		}
		if (done.agrees() && known(code).definition().country() != null) {
			this.years.confirm(new CalendarYear(code, official.year()), "Fichero del calendario oficial con "
					+ Sentences.counted(official.days().size(), "día", "días") + ".", null, by);
			this.years.ask();
		}
		return done;
	}

	private static void compare(CalendarDefinition definition, OfficialDays official, List<OwnDay> added,
			List<OwnDay> kept) {
		WorkingCalendar calendar = definition.calendar();
		List<String> own = definition.days().stream().map(OwnDay::date).toList();
		official.days().forEach((date, name) -> {
			if (!own.contains(date.toString()) && !calendar.day(date).hours().isEmpty()) {
				added.add(new OwnDay(date.toString(), name, List.of()));
			}
		});
		LocalDate first = Year.of(official.year()).atDay(1);
		first.datesUntil(first.plusYears(1))
			.filter((date) -> calendar.isPublicHoliday(date) && !official.days().containsKey(date))
			.filter((date) -> isWorked(definition, date.getDayOfWeek()))
			.forEach((date) -> kept.add(new OwnDay(date.toString(), calendar.day(date).note(), List.of())));
	}

	private static boolean isWorked(CalendarDefinition definition, DayOfWeek day) {
		return !definition.hours().on(day).isEmpty();
	}

	/** An empty file agrees with nothing. */
	private static boolean agrees(OfficialDays official, List<OwnDay> kept) {
		return !official.days().isEmpty() && kept.isEmpty() && official.ignored().isEmpty();
	}

	private static SaveCalendar with(CalendarDefinition now, List<OwnDay> added) {
		Map<String, OwnDay> all = new TreeMap<>();
		now.days().forEach((day) -> all.put(day.date(), day));
		added.forEach((day) -> all.put(day.date(), day));
		return new SaveCalendar(now.code(), now.name(), now.zone(), now.hours(), now.country(), now.region(),
				List.copyOf(all.values()));
	}

	private StoredCalendar known(String code) {
		return this.administration.find(code)
			.orElseThrow(() -> new NotFoundException("No hay ningún calendario con ese código."));
	}

	/**
	 * What an official file means for a calendar.
	 *
	 * @param year the year of the file that was compared
	 * @param version the version of the calendar that was compared
	 * @param added days that are worked and would be closed
	 * @param onlyHere public holidays that the file does not have; they stay
	 * @param ignored what the file says and nobody understands, in Spanish
	 * @param movedTotal how many deadlines would move
	 * @param moved the first of them
	 * @param dueNow how many of all the change alone would end: they get a short term
	 * @param agrees whether calendar and file then agree, which confirms the year
	 */
	public record Preview(int year, long version, List<OwnDay> added, List<OwnDay> onlyHere, List<String> ignored,
			int movedTotal, List<MovedDeadline> moved, long dueNow, boolean agrees) {

	}

}
