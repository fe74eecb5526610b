package dev.escala.complaint.retention;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The texts and files of complaints, wherever they stand. Codes, dates and amounts stay,
 * which figures need.
 */
@Repository
class ComplaintTextRepository {

	/** Files, digests and what searches use, which nobody can read. */
	private static final String NO_TEXT = "{source,source_hash,content,content_hash,pdf,digest,search,folded,token_hash}";

	/** Nothing of them can be emptied; all of it goes. */
	static final List<String> SEALED = List.of("complaint_receipt", "complaint_key", "tracking_link");

	private static final String LIST = "benefits";

	/** Each of them once in its table, whosever it was. */
	private static final List<String> SINGLE = List.of("recipient", "customer_key");

	private final JdbcClient jdbc;

	ComplaintTextRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Empties all that a customer or about a customer was written there, and removes the
	 * sealed receipt, the key, the links and the files.
	 * @param gone what stands in a text afterwards
	 */
	void empty(Collection<CaseNumber> numbers, String gone) {
		for (ComplaintText one : ComplaintText.ALL) {
			String assignments = one.texts()
				.stream()
				.map((column) -> column + " = " + emptied(column))
				.collect(Collectors.joining(", "));
			run("UPDATE " + one.table() + " SET " + assignments + " WHERE " + one.whose(), numbers, gone);
		}
		run("""
				UPDATE inbound_attachment SET content = NULL, refused = coalesce(refused, :gone)
				WHERE case_number = ANY(:numbers)
				  OR mail_id IN (SELECT id FROM inbound_mail WHERE case_number = ANY(:numbers))
				""", numbers, gone);
		run("UPDATE inbound_mail SET source = '' WHERE case_number = ANY(:numbers)", numbers, gone);
		// What has not left by now is not to leave any more.
		run("UPDATE outbox_message SET status = 'CANCELLED' WHERE case_number = ANY(:numbers) AND status = 'PENDING'",
				numbers, gone);
		SEALED.forEach((table) -> run("DELETE FROM " + table + " WHERE case_number = ANY(:numbers)", numbers, gone));
	}

	/** All rows of them as JSON, by table, without files. */
	Map<String, List<String>> rows(Collection<CaseNumber> numbers) {
		Map<String, List<String>> rows = new TreeMap<>();
		for (ComplaintText one : ComplaintText.ALL) {
			add(rows, one.table(), one.whose(), numbers);
		}
		add(rows, "complaint_receipt", "case_number = ANY(:numbers)", numbers);
		add(rows, "complaint_term", "complaint_number = ANY(:numbers)", numbers);
		return rows;
	}

	private void add(Map<String, List<String>> rows, String table, String whose, Collection<CaseNumber> numbers) {
		List<String> found = this.jdbc
			.sql("SELECT (to_jsonb(t) - '" + NO_TEXT + "'::text[])::text FROM " + table + " t WHERE " + whose)
			.param("numbers", Stored.texts(numbers))
			.query(String.class)
			.list();
		if (!found.isEmpty()) {
			rows.put(table, found);
		}
	}

	private static String emptied(String column) {
		if (SINGLE.contains(column)) {
			return "'suprimido-' || id";
		}
		return column.equals(LIST) ? "array_fill(:gone::text, ARRAY[cardinality(benefits)])"
				: "CASE WHEN " + column + " = '' THEN '' WHEN " + column + " IS NOT NULL THEN :gone END";
	}

	private void run(String sql, Collection<CaseNumber> numbers, String gone) {
		this.jdbc.sql(sql).param("numbers", Stored.texts(numbers)).param("gone", gone).update();
	}

}
