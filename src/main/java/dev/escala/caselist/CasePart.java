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
	public record Counts(Map<CaseState, Long> states, Map<QuickFilter, Long> filters) {
	}

}
