package dev.escala.erasure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.escala.database.Row;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every text of every table of the schema, the engine's too: they are found in the
 * catalogue, so that no table is forgotten. Only values of texts are replaced, nothing
 * else of the engine's, and its revision is counted up, so that a node that has read the
 * text before does not write it again.
 */
@Repository
class TextSweepRepository {

	/** Views and what the database computes itself are left out. */
	private static final String COLUMNS = """
			SELECT c.relname AS tab, quote_ident(c.relname) AS name, quote_ident(a.attname) AS col,
			  format_type(a.atttypid, NULL) AS type,
			  EXISTS (SELECT FROM pg_attribute r WHERE r.attrelid = c.oid AND r.attname = 'rev_') AS revised,
			  EXISTS (SELECT FROM pg_attribute r WHERE r.attrelid = c.oid AND r.attname = 'deployment_id_') AS deployed
			FROM pg_class c
			  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
			WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
			  AND c.relname <> 'flyway_schema_history'
			  AND format_type(a.atttypid, NULL) IN ('text', 'character varying', 'character', 'text[]', 'jsonb', 'json',
			                                         'bytea')
			ORDER BY 1, a.attnum
			""";

	private final JdbcClient jdbc;

	TextSweepRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes the person out of every text.
	 * @return how many texts of which table
	 */
	Map<String, Integer> erase(Person person) {
		Map<String, Integer> changed = new TreeMap<>();
		for (Column column : columns()) {
			int texts = column.type().equals("bytea") ? eraseBytes(column, person) : eraseTexts(column, person);
			if (texts > 0) {
				changed.merge(column.tab(), texts, Integer::sum);
			}
		}
		return changed;
	}

	/** The rows that name the person as JSON, without files and what searches use. */
	Map<String, List<String>> rows(Person person) {
		Map<String, List<String>> found = new TreeMap<>();
		columns().stream()
			.filter((column) -> !column.type().equals("bytea"))
			.collect(Collectors.groupingBy(Column::tab))
			.forEach((table, texts) -> {
				String where = texts.stream()
					.map((one) -> one.col() + "::text ~* :person")
					.collect(Collectors.joining(" OR "));
				List<String> rows = this.jdbc.sql(
						"SELECT (to_jsonb(t) - '{source,source_hash,content,content_hash,pdf,digest,search,folded}'::text[])::text"
								+ " FROM " + texts.get(0).name() + " t WHERE " + where)
					.param("person", person.pattern())
					.query(String.class)
					.list();
				if (!rows.isEmpty()) {
					found.put(table, rows);
				}
			});
		return found;
	}

	private List<Column> columns() {
		return this.jdbc.sql(COLUMNS).query(Column.class).list();
	}

	private int eraseTexts(Column column, Person person) {
		String replaced = column.type().equals("text[]")
				? "(SELECT array_agg(regexp_replace(one, :person, :gone, 'gi')) FROM unnest(" + column.col() + ") one)"
				: "regexp_replace(" + column.col() + "::text, :person, :gone, 'gi')::" + column.type();
		return this.jdbc
			.sql("UPDATE " + column.name() + " SET " + column.col() + " = " + replaced + revision(column) + " WHERE "
					+ column.col() + "::text ~* :words AND " + column.col() + "::text ~* :person")
			.param("words", person.words())
			.param("person", person.pattern())
			.param("gone", Person.GONE)
			.update();
	}

	/** Texts that are kept as bytes: long values of variables, comments, stack traces. */
	private int eraseBytes(Column column, Person person) {
		Pattern pattern = person.javaPattern();
		int changed = 0;
		for (Kept kept : this.jdbc
			.sql("SELECT ctid::text AS place, " + column.col() + " AS bytes FROM " + column.name() + " WHERE "
			// Models and forms are long, and nobody's text.
					+ (column.deployed() ? "deployment_id_ IS NULL AND " : "") + "encode(" + column.col()
					+ ", 'escape') ~* :person")
			.param("person", person.patternOfBytes())
			.query(Row.as((row) -> new Kept(row.text("place"), row.bytes("bytes"))))
			.list()) {
			String text = new String(kept.bytes(), StandardCharsets.UTF_8);
			Matcher found = pattern.matcher(text);
			// What is no text would not be the same afterwards.
			if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), kept.bytes()) && found.find()) {
				byte[] without = found.replaceAll(Matcher.quoteReplacement(Person.GONE))
					.getBytes(StandardCharsets.UTF_8);
				changed += this.jdbc
					.sql("UPDATE " + column.name() + " SET " + column.col() + " = :bytes" + revision(column)
							+ " WHERE ctid = :place::tid")
					.param("bytes", without)
					.param("place", kept.place())
					.update();
			}
		}
		return changed;
	}

	private static String revision(Column column) {
		return column.revised() ? ", rev_ = rev_ + 1" : "";
	}

	/** A text or file as it is kept. */
	private record Kept(String place, byte[] bytes) {
	}

	/** A column that can hold a text; names are quoted where that is needed. */
	record Column(String tab, String name, String col, String type, boolean revised, boolean deployed) {
	}

}
