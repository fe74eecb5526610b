package dev.escala.calendar;

import java.util.List;
import java.util.Set;

import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;

/**
 * What a calendar says, as it is kept. It was valid when it was saved; whether it still
 * is depends on the holidays and zones that this version of Escala knows. It can be read,
 * shown, counted with and replaced in any case.
 *
 * @param code its code
 * @param name its Spanish name
 * @param zone the zone of its times
 * @param hours the ordinary week
 * @param country whose public holidays are free, or {@code null}
 * @param region which region's, or {@code null}
 * @param days dates that are worked differently
 */
public record CalendarDefinition(String code, String name, String zone, WeekHours hours, String country, String region,
		List<OwnDay> days) {

	public CalendarDefinition {
		hours = (hours == null) ? WeekHours.of((day) -> List.of()) : hours;
		days = (days == null) ? List.of() : List.copyOf(days);
	}

	/**
	 * The calendar to count with; what is not known any more does not count, nor what
	 * somebody has confirmed.
	 */
	public WorkingCalendar calendar() {
		return new DefinedCalendar(this, Set.of());
	}

	/** What nobody could save like this today; empty where all is well. */
	List<FieldProblem> problems() {
		try {
			new SaveCalendar(this.code, this.name, this.zone, this.hours, this.country, this.region, this.days);
			return List.of();
		}
		catch (InvalidInputException ex) {
			return ex.problems();
		}
	}

}
