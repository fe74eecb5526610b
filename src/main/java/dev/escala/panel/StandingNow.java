package dev.escala.panel;

import java.util.List;

/**
 * How the open cases stand at this moment.
 *
 * @param open how many there are
 * @param late a clock that runs is over (one that stands still never is)
 * @param dueToday none is over, and one will be before the day ends in the business zone
 * @param unowned nobody answers for them
 * @param silent the customer should have heard from us
 * @param critical of the highest severity
 * @param paused their clocks stand still
 */
public record StandingNow(long open, long late, long dueToday, long unowned, long silent, long critical, long paused) {

	/**
	 * The open cases of one team or person.
	 *
	 * @param id group id or user id, or {@code null} where nobody has them
	 * @param name as people know it
	 * @param note what to know of a person, such as an absence with the deputy;
	 * {@code null} for nothing
	 */
	public record Load(String id, String name, long open, long late, long dueToday, String note) {
	}

	/**
	 * Open cases of about the same age.
	 *
	 * @param fromDays days since that of the report in the business zone, the first of
	 * the band
	 * @param toDays the first day after it, or {@code null} for the oldest
	 */
	public record Age(int fromDays, Integer toDays, long low, long moderate, long high, long critical) {

		public long all() {
			return this.low + this.moderate + this.high + this.critical;
		}

	}

	/** Who has how much. */
	public record Loads(List<Load> teams, List<Load> people) {

		public Loads {
			teams = List.copyOf(teams);
			people = List.copyOf(people);
		}

	}

}
