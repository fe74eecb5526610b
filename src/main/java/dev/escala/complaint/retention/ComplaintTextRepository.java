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

	private static final String CASE = "case_number = ANY(:numbers)";

	private static final String MATTER = "matter_number = ANY(:numbers)";

	private static final String LETTER = "letter_id IN (SELECT id FROM customer_letter WHERE " + CASE + ")";

	private static final String PROMISE = "promise_id IN (SELECT id FROM promise WHERE " + CASE + ")";

	private static final String MAIL = "mail_id IN (SELECT id FROM inbound_mail WHERE " + CASE + ")";

	private static final String MESSAGE = "message_id IN (SELECT id FROM outbox_message WHERE " + CASE + ")";

	/** All of them; a test names what of a customer stands in none of these. */
	static final List<Texts> ALL = List.of(
			of("complaint", "number = ANY(:numbers)", "customer_text", "subject", "description", "wish", "recording",
					"finding", "proof", "judgement"),
			of("complaint_cure", "complaint_number = ANY(:numbers)", "missing", "completion"),
			of("complaint_point", MATTER, "words", "reason"),
			of("complaint_decision", MATTER, "action", "recording", "recourse", "benefits"),
			of("complaint_demand", MATTER, "effect", "reason"), of("complaint_remedy", MATTER, "what", "reason"),
			of("complaint_dispute", "complaint_number = ANY(:numbers)", "body", "outcome"),
			of("complaint_hold", "complaint_number = ANY(:numbers)", "note"), of("complaint_abuse", MATTER, "what"),
			of("attention_request", MATTER, "call_id", "phone", "note", "outcome"), of("timeline_entry", CASE, "text"),
			of("case_note", CASE, "text"), of("case_feedback", CASE, "comment"), of("clock_pause", CASE, "note"),
			of("corrective_action", CASE, "text", "said", "effect_note"),
			of("customer_call", CASE, "customer_key", "name", "subject", "text", "note"),
			of("first_notice", CASE, "customer_key", "name", "address", "reason"),
			of("promise", CASE, "content", "expectation", "settled_note", "party_name"),
			of("promise_proposal", PROMISE, "content", "reason", "alternative", "answer_text"),
			of("promise_spoken_date", PROMISE, "reason"),
			of("rca", CASE, "request_reason", "summary", "lessons", "customer_text", "review_note", "share_note",
					"customer_summary", "customer_lessons"),
			of("rca_action", CASE, "text"), of("rca_cause", CASE, "text"), of("recalculation", CASE, "reason"),
			of("contact_point", "contact_id IN (SELECT id FROM case_contact WHERE " + CASE + ")", "text", "answer",
					"no_answer_reason"),
			of("deadline_change", "deadline_id IN (SELECT id FROM deadline WHERE " + CASE + ")", "reason"),
			of("letter_version", LETTER, "text", "findings", "override_reason"),
			of("letter_reading", LETTER, "comment"),
			of("outbox_message", CASE, "recipient", "recipient_name", "subject", "text_body", "html_body", "error"),
			of("outbox_action", MESSAGE, "recipient_before", "reason"),
			of("inbound_mail", CASE, "sender", "sender_name", "subject", "text", "full_text", "why", "message_id"),
			of("inbound_action", MAIL, "reason"), of("inbound_attachment", CASE + " OR " + MAIL, "name", "sender"));

	/** Files, digests and what searches use, which nobody can read. */
	private static final String NO_TEXT = "{source,source_hash,content,content_hash,pdf,digest,search,folded,token_hash}";

	/** Nothing of them can be emptied; all of it goes. */
	static final List<String> SEALED = List.of("complaint_receipt", "complaint_key", "tracking_link");

	private static final String LIST = "benefits";

	/** Each of them once in its table, whosever it was. */
	private static final List<String> SINGLE = List.of("recipient", "customer_key", "call_id");

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
		for (Texts one : ALL) {
			String assignments = one.columns()
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
		for (Texts one : ALL) {
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
			return "CASE WHEN " + column + " IS NOT NULL THEN 'suprimido-' || id END";
		}
		return column.equals(LIST) ? "array_fill(:gone::text, ARRAY[cardinality(benefits)])"
				: "CASE WHEN " + column + " = '' THEN '' WHEN " + column + " IS NOT NULL THEN :gone END";
	}

	private void run(String sql, Collection<CaseNumber> numbers, String gone) {
		this.jdbc.sql(sql).param("numbers", Stored.texts(numbers)).param("gone", gone).update();
	}

	private static Texts of(String table, String whose, String... columns) {
		return new Texts(table, whose, List.of(columns));
	}

	/**
	 * Where a customer's texts of a complaint stand: each column is emptied, the row
	 * stays.
	 *
	 * @param table the table
	 * @param whose which of its rows belong to the complaints {@code :numbers}
	 * @param columns its columns with texts; what is empty stays empty
	 */
	record Texts(String table, String whose, List<String> columns) {
	}

}
