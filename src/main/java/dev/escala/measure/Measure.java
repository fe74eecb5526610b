package dev.escala.measure;

import java.time.YearMonth;
import java.util.Map;

/**
 * A figure that Escala counts by itself. The module that knows it gives one bean of this
 * type; whoever changes what one means gives it another code.
 *
 * @param code by which it is kept, such as {@code COMPLAINTS_IN_TERM}
 * @param label its Spanish name
 * @param how how it is counted, in Spanish
 * @param unit in what
 * @param moreIsBetter whether a greater value is the better one
 * @param asksHours whether it counts what happened within so many hours, which whoever
 * chooses it says
 * @param counting counts it
 */
public record Measure(String code, String label, String how, Unit unit, boolean moreIsBetter, boolean asksHours,
		Counting counting) {

	/** Counts a figure. */
	@FunctionalInterface
	public interface Counting {

		/**
		 * The figure of each month in which there was anything to count.
		 * @param hours within how many, where the measure asks for them; else
		 * {@code null}
		 */
		Map<YearMonth, Counted> count(Months months, Integer hours);

	}

}
