package dev.escala.database;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A column of ours that can hold words about somebody, with its comment. Three sentences
 * are asked for, so that whoever has to answer what we keep of a person can read it off
 * the database:
 *
 * <pre>
 * What went wrong, as it was reported. Of the customer. Kept with the case.
 * </pre>
 *
 * {@code others} are people outside who are neither customer nor prospect.
 *
 * @param name table and column
 * @param comment what the database says of it, or {@code null}
 */
record TextColumn(String name, String comment) {

	private static final String WHO = "(the customer|the prospect|the staff|others)";

	private static final Pattern FORM = Pattern.compile("\\p{Lu}.{9,}\\. Of (nobody|" + WHO + "((, " + WHO + ")* and "
			+ WHO + ")?)\\." + " Kept (with|until|while|for|without end)\\b(?!.*\\. ).*\\.");

	/**
	 * All but what certainly is no text: numbers, truth, times, constants of an
	 * enumeration. A domain and an array are what they are made of. Types that nobody
	 * thought of here count as text.
	 */
	private static final String COLUMNS = """
			SELECT c.relname || '.' || a.attname AS name, col_description(c.oid, a.attnum) AS comment
			FROM pg_class c
			  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
			  JOIN pg_type t ON t.oid = a.atttypid
			  LEFT JOIN pg_type part ON part.oid = t.typelem AND t.typcategory = 'A'
			WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
			  AND c.relname NOT LIKE 'act\\_%' AND c.relname <> 'flyway_schema_history'
			  AND coalesce(part.typcategory, t.typcategory) NOT IN ('B', 'N', 'D', 'T', 'E')
			ORDER BY c.relname, a.attnum
			""";

	/** Those of all tables of ours. */
	static List<TextColumn> all(JdbcClient jdbc) {
		return jdbc.sql(COLUMNS).query(TextColumn.class).list();
	}

	/** What is wrong with its comment. */
	Optional<String> problem() {
		if (this.comment == null) {
			return Optional.of(this.name + " has no comment");
		}
		return FORM.matcher(this.comment).matches() ? Optional.empty()
				: Optional.of(this.name + " does not say what, of whom and how long: " + this.comment);
	}

}
