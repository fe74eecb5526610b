package dev.escala.caselist;

import java.util.List;
import java.util.Map;

/**
 * A part of the list.
 *
 * @param items its lines
 * @param before the place before its first line, or {@code null} where nothing is before
 * @param after the place behind its last line, or {@code null} where nothing is behind
 */
public record CasePart(List<CaseLine> items, Cursor before, Cursor after) {

	public CasePart {
		items = List.copyOf(items);
	}

	/**
	 * How many there are.
	 *
	 * @param states by state, of those that fit all of the query
	 * @param filters open ones by quick filter, of those that fit the rest of the query
	 */
	public record Counts(Map<CaseState, Count> states, Map<QuickFilter, Count> filters) {
	}

	/**
	 * How many there are, counted so far as it matters.
	 *
	 * @param counted at most {@link #MOST}
	 * @param more whether there are more of them
	 */
	public record Count(long counted, boolean more) {

		/** Whoever has more than that narrows the list. */
		public static final int MOST = 1000;

		static Count of(long found) {
			return new Count(Math.min(found, MOST), found > MOST);
		}

		Count and(Count other) {
			long sum = this.counted + other.counted;
			return new Count(Math.min(sum, MOST), this.more || other.more || sum > MOST);
		}

		/** As people read it: {@code 12} or {@code más de 1.000}. */
		public String label() {
			return this.more ? "más de 1.000" : Long.toString(this.counted);
		}

	}

}
