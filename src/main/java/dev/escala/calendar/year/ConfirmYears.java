package dev.escala.calendar.year;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.CalendarDefinition;
import dev.escala.calendar.OwnDay;
import dev.escala.calendar.StoredCalendar;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that somebody compares the holidays of the coming year with the official
 * calendar, for each calendar in use that follows a country: also where our table knows
 * the year, because nobody but the people there know the days of their town.
 */
@Service
public class ConfirmYears {

	private static final Month ASKED_FROM = Month.OCTOBER;

	private static final int LONGEST_BASIS = 1000;

	private final CalendarAdministration administration;

	private final CalendarYearRepository repository;

	private final YearFlow flow;

	private final Clock clock;

	ConfirmYears(CalendarAdministration administration, CalendarYearRepository repository, YearFlow flow, Clock clock) {
		this.administration = administration;
		this.repository = repository;
		this.flow = flow;
		this.clock = clock;
	}

	/**
	 * Asks for what nobody has been asked yet, and takes back what need not be answered
	 * any more. Any number of nodes may do it at any time: they take turns.
	 * @return how many tasks came to be
	 */
	@Transactional
	public int ask() {
		this.administration.takeTurns();
		Set<CalendarYear> asked = this.flow.asked();
		Set<CalendarYear> wanted = new LinkedHashSet<>();
		Set<CalendarYear> open = new LinkedHashSet<>();
		for (StoredCalendar stored : this.administration.inUse()) {
			CalendarDefinition calendar = stored.definition();
			if (calendar.country() == null) {
				continue;
			}
			Set<Integer> confirmed = this.repository.confirmed(calendar);
			for (int year : due(calendar.calendar())) {
				if (!confirmed.contains(year)) {
					wanted.add(new CalendarYear(calendar.code(), year));
				}
			}
			asked.stream()
				.filter((one) -> one.code().equals(calendar.code()) && !confirmed.contains(one.year()))
				.forEach(open::add);
		}
		asked.stream().filter((one) -> !open.contains(one)).forEach(this.flow::end);
		wanted.removeAll(asked);
		wanted.forEach(this.flow::ask);
		return wanted.size();
	}

	/** The next year from October on; this one where nobody knows it yet. */
	private Set<Integer> due(WorkingCalendar calendar) {
		LocalDate today = LocalDate.now(this.clock.withZone(calendar.zone()));
		Set<Integer> years = new TreeSet<>();
		if (calendar.isUnconfirmed(today.getYear())) {
			years.add(today.getYear());
		}
		if (today.getMonth().compareTo(ASKED_FROM) >= 0) {
			years.add(today.getYear() + 1);
		}
		return years;
	}

	/**
	 * Somebody has compared a year with the official calendar. From now on nothing that
	 * is counted over it says that it is unconfirmed.
	 * @param basis with what it was compared
	 * @param localDays holidays of the town and others that are missing, a line each:
	 * {@code 24/06/2027 San Juan}. They become own days, which are closed
	 */
	@Transactional
	public void confirm(CalendarYear wanted, String basis, String localDays, UserId by) {
		Fields fields = new Fields();
		String compared = fields.required("yearBasis", "con qué se han comparado", basis, LONGEST_BASIS);
		List<OwnDay> days = LocalDays.read(fields, "localDays", localDays, wanted.year());
		fields.done();
		this.administration.takeTurns();
		CalendarDefinition calendar = this.administration.find(wanted.code())
			.map(StoredCalendar::definition)
			.filter((found) -> found.country() != null)
			.orElseThrow(() -> new NotFoundException(
					"El calendario ya no existe o ya no sigue los festivos de ningún país: no hay nada que confirmar, "
							+ "y esta tarea desaparecerá sola."));
		if (!days.isEmpty()) {
			this.administration.addDays(wanted.code(), days);
		}
		this.repository.confirm(calendar, wanted.year(), compared, this.clock.instant(), by);
	}

}
