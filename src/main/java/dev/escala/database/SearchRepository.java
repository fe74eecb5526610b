package dev.escala.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The one search of all lists: without case, accents, ñ and kinds of dashes. What is
 * searched is made by {@code search_plain}, and so is what people type.
 */
@Repository
public class SearchRepository {

	private final JdbcClient jdbc;

	SearchRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Leaves in a list what has all the words, each anywhere; or the number; or the
	 * telephone.
	 * @param text what somebody typed
	 * @param column the column with the number of the row, or {@code null}
	 * @param word the condition for one word, with a {@code ?} for its pattern wherever
	 * it stands
	 * @param telephone the condition for the digits of a telephone likewise, or
	 * {@code null}
	 */
	public void search(Conditions conditions, String text, String column, String word, String telephone) {
		SearchText parts = SearchText
			.of(this.jdbc.sql("SELECT search_plain(?)").param(text).query(String.class).single());
		List<String> ways = new ArrayList<>();
		List<Object> values = new ArrayList<>();
		if (column != null && parts.number() != null) {
			ways.add(column + " LIKE ?");
			values.add(parts.number());
		}
		if (telephone != null && parts.telephone() != null) {
			add(telephone, parts.telephone(), ways, values);
		}
		List<String> words = new ArrayList<>();
		parts.words().forEach((one) -> add(word, one, words, values));
		ways.add(words.isEmpty() ? "true" : String.join(" AND ", words));
		conditions.that("(" + String.join(" OR ", ways) + ")", values.toArray());
	}

	private static void add(String condition, String wanted, List<String> conditions, List<Object> values) {
		conditions.add("(" + condition + ")");
		long places = condition.chars().filter((c) -> c == '?').count();
		values.addAll(Collections.nCopies((int) places, Conditions.containing(wanted)));
	}

}
