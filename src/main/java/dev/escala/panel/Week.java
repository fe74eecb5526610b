package dev.escala.panel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One week of work, from Monday to Sunday in the business zone.
 *
 * @param monday its first day
 * @param reported cases that came
 * @param closed cases that were closed; withdrawn ones and duplicates are none
 * @param firstContact of those, the ones that whoever took them over first answered, not
 * passed on, at no further level and not reopened within 30 days (001-01); may still fall
 * while the 30 days run
 * @param reopened cases that came back
 * @param raised cases that reached a further level
 * @param satisfaction mean of what customers gave to the cases closed, 1 to 5, or
 * {@code null}
 * @param times how long it took, for what was reached in the week
 */
public record Week(LocalDate monday, long reported, long closed, long firstContact, long reopened, long raised,
		BigDecimal satisfaction, List<Spent> times) {

	public Week {
		times = List.copyOf(times);
	}

	/** The share solved at first contact, in percent, rounded; {@code null} of none. */
	public Integer firstContactRate() {
		return (this.closed == 0) ? null : (int) Math.round(100.0 * this.firstContact / this.closed);
	}

	/** How long one of the steps took. */
	public Spent time(Step step) {
		return this.times.stream().filter((one) -> one.step() == step).findFirst().orElse(Spent.none(step));
	}

	/** What the customer waits for, from the report on. */
	public enum Step {

		FIRST_NOTICE("Primer aviso"), ACKNOWLEDGEMENT("Acuse"), ANSWER("Respuesta"), RESOLUTION("Resolución");

		private final String label;

		Step(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * How long it took from the report, day and night.
	 *
	 * @param cases in how many cases
	 * @param inTime in how many of them before the clock was over
	 * @param medianHours half of them took at most as long; {@code null} without cases
	 * @param p90Hours nine of ten took at most as long
	 */
	public record Spent(Step step, long cases, long inTime, BigDecimal medianHours, BigDecimal p90Hours) {

		static Spent none(Step step) {
			return new Spent(step, 0, 0, null, null);
		}

	}

}
