package dev.escala.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * New values of columns, each beside the name of its column, which stands nowhere else.
 * The names come from our own code, never from a request; the values become parameters.
 */
public final class Columns {

	private final Map<String, Object> values = new LinkedHashMap<>();

	private Columns() {
	}

	/** The first column; an instant or a constant is written as {@link Stored} says. */
	public static Columns set(String column, Object value) {
		return new Columns().and(column, value);
	}

	/** One more column. */
	public Columns and(String column, Object value) {
		if (!column.matches("[a-z_]+")) {
			throw new IllegalArgumentException("Not the name of a column: " + column);
		}
		if (this.values.containsKey(column)) {
			throw new IllegalArgumentException("Set twice: " + column);
		}
		this.values.put(column, Stored.value(value));
		return this;
	}

	/** A statement that adds a row with these values. */
	public StatementSpec insertInto(String table, JdbcClient jdbc) {
		return insertInto(table, "", jdbc);
	}

	/**
	 * A statement that adds a row with these values.
	 * @param end what the statement ends with, for example {@code RETURNING id}
	 */
	public StatementSpec insertInto(String table, String end, JdbcClient jdbc) {
		String parameters = this.values.keySet()
			.stream()
			.map((column) -> ":" + column)
			.collect(Collectors.joining(", "));
		return jdbc
			.sql("INSERT INTO " + table + " (" + String.join(", ", this.values.keySet()) + ") VALUES (" + parameters
					+ ") " + end)
			.params(this.values);
	}

	/**
	 * Adds a row with these values, or writes them into the one that is there already.
	 * @param key the columns that tell which one that is
	 */
	public int save(String table, List<String> key, JdbcClient jdbc) {
		String assignments = this.values.keySet()
			.stream()
			.filter((column) -> !key.contains(column))
			.map((column) -> column + " = excluded." + column)
			.collect(Collectors.joining(", "));
		return insertInto(table, "ON CONFLICT (" + String.join(", ", key) + ") DO UPDATE SET " + assignments, jdbc)
			.update();
	}

	/** Changes the rows that have this value in their column {@code key}. */
	public int update(String table, String key, Object value, JdbcClient jdbc) {
		String assignments = this.values.keySet()
			.stream()
			.map((column) -> column + " = :" + column)
			.collect(Collectors.joining(", "));
		return jdbc.sql("UPDATE " + table + " SET " + assignments + " WHERE " + key + " = :the_" + key)
			.params(this.values)
			.param("the_" + key, Stored.value(value))
			.update();
	}

}
