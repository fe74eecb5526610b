package dev.escala.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a list may be sorted by: the names by which people ask, each with its column. So
 * that no request ever names a column, and no page either.
 */
public final class SortColumns {

	private final Map<String, String> columns = new LinkedHashMap<>();

	private SortColumns() {
	}

	/**
	 * The first of them.
	 * @param name by which people ask
	 * @param expression the column, or an expression of SQL
	 */
	public static SortColumns by(String name, String expression) {
		return new SortColumns().and(name, expression);
	}

	/** One more. */
	public SortColumns and(String name, String expression) {
		this.columns.put(name, expression);
		return this;
	}

	/** The names, in their order. */
	public List<String> names() {
		return List.copyOf(this.columns.keySet());
	}

	/**
	 * The expression with its direction, for ORDER BY.
	 * @param sort one of the names, with a minus before it for the reverse order
	 */
	public String clause(String sort) {
		boolean reverse = sort.startsWith("-");
		String expression = this.columns.get(reverse ? sort.substring(1) : sort);
		if (expression == null) {
			throw new IllegalArgumentException("Not sortable by " + sort);
		}
		return expression + (reverse ? " DESC" : " ASC");
	}

}
