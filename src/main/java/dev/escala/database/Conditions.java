package dev.escala.database;

import java.util.ArrayList;
import java.util.List;

/**
 * What rows must have in common, collected one by one for a list that people narrow down.
 * The conditions come from our own code, never from a request; the values become
 * parameters, marked by {@code ?}.
 */
public final class Conditions {

	private final List<String> conditions = new ArrayList<>();

	private final List<Object> values = new ArrayList<>();

	/** One more condition, with a value for each {@code ?} in it. */
	public Conditions that(String condition, Object... values) {
		this.conditions.add(condition);
		this.values.addAll(Stored.values(values));
		return this;
	}

	/** The column has this value; any where the value is {@code null}. */
	public Conditions equal(String column, Object value) {
		return (value == null) ? this : that(column + " = ?", value);
	}

	/** The pattern, for LIKE with a backslash as its escape, of all that contains it. */
	public static String containing(String text) {
		return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
	}

	/** The clause for a statement, with a blank before it; empty without a condition. */
	public String where() {
		return this.conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", this.conditions);
	}

	/** The values of all conditions in their order, then these. */
	public List<Object> values(Object... more) {
		List<Object> all = new ArrayList<>(this.values);
		all.addAll(Stored.values(more));
		return all;
	}

}
