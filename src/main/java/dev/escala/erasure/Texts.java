package dev.escala.erasure;

import java.util.List;

/**
 * Where somebody's texts of a matter stand: each column is emptied, the row stays.
 *
 * @param table the table
 * @param whose which of its rows belong to the matters {@code :numbers}, in SQL
 * @param columns its columns with texts; what is empty stays empty
 */
public record Texts(String table, String whose, List<String> columns) {

	/** The same, the columns one by one. */
	public static Texts of(String table, String whose, String... columns) {
		return new Texts(table, whose, List.of(columns));
	}

}
