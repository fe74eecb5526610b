package dev.escala.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The texts and files that any matter may have in the rooms that all share, and those
 * that a kind of matter brings. Codes, dates and amounts stay, which figures need.
 */
@Repository
public class MatterTextRepository {

	private static final String CASE = "case_number = ANY(:numbers)";

	private static final String NUMBER = "number = ANY(:numbers)";

	private static final String LETTER = "letter_id IN (SELECT id FROM customer_letter WHERE " + CASE + ")";

	private static final String PROMISE = "promise_id IN (SELECT id FROM promise WHERE " + CASE + ")";

	private static final String MAIL = "mail_id IN (SELECT id FROM inbound_mail WHERE " + CASE + ")";

	private static final String MESSAGE = "message_id IN (SELECT id FROM outbox_message WHERE " + CASE + ")";

	/** Those of the rooms; tests name what of a customer stands in none of all. */
	public static final List<Texts> ROOMS = List.of(
			Texts.of("attention_request", "matter_number = ANY(:numbers)", "call_id", "phone", "note", "outcome"),
			Texts.of("retention_case", NUMBER, "customer_name", "subject"),
			Texts.of("retention_reason", NUMBER, "said"), Texts.of("retention_call", NUMBER, "said"),
			Texts.of("retention_action", NUMBER, "what"), Texts.of("lost_customer", NUMBER, "customer_name", "lesson"),
			Texts.of("timeline_entry", CASE, "text"), Texts.of("case_note", CASE, "text"),
			Texts.of("case_feedback", CASE, "comment"), Texts.of("clock_pause", CASE, "note"),
			Texts.of("corrective_action", CASE, "text", "said", "effect_note"),
			Texts.of("customer_call", CASE, "customer_key", "name", "subject", "text", "note"),
			Texts.of("follow_up", CASE + " OR complaint = ANY(:numbers)", "customer_name", "trouble", "advice",
					"question", "question_answer", "recommended_to", "note"),
			Texts.of("follow_up_attempt",
					"follow_up_id IN (SELECT id FROM follow_up WHERE " + CASE + " OR complaint = ANY(:numbers))",
					"note"),
			Texts.of("first_notice", CASE, "customer_key", "name", "address", "reason"),
			Texts.of("promise", CASE, "content", "expectation", "settled_note", "party_name"),
			Texts.of("promise_proposal", PROMISE, "content", "reason", "alternative", "answer_text"),
			Texts.of("promise_spoken_date", PROMISE, "reason"),
			Texts.of("rca", CASE, "request_reason", "summary", "lessons", "customer_text", "review_note", "share_note",
					"customer_summary", "customer_lessons"),
			Texts.of("rca_action", CASE, "text"), Texts.of("rca_cause", CASE, "text"),
			Texts.of("recalculation", CASE, "reason"),
			Texts.of("contact_point", "contact_id IN (SELECT id FROM case_contact WHERE " + CASE + ")", "text",
					"answer", "no_answer_reason"),
			Texts.of("deadline_change", "deadline_id IN (SELECT id FROM deadline WHERE " + CASE + ")", "reason"),
			Texts.of("letter_version", LETTER, "text", "findings", "override_reason"),
			Texts.of("letter_reading", LETTER, "comment"), Texts.of("outbox_message", CASE, "recipient",
					"recipient_name", "subject", "text_body", "html_body", "error"),
			Texts.of("outbox_action", MESSAGE, "recipient_before", "reason"),
			Texts.of("inbound_mail", CASE, "sender", "sender_name", "subject", "text", "full_text", "why",
					"message_id"),
			Texts.of("inbound_action", MAIL, "reason"),
			Texts.of("inbound_attachment", CASE + " OR " + MAIL, "name", "sender"));

	/** Files, digests and what searches use, which nobody can read. */
	private static final String NO_TEXT = "{source,source_hash,content,content_hash,pdf,digest,search,folded,token_hash}";

	private static final String LIST = "benefits";

	/** Each of them once in its table, whosever it was. */
	private static final List<String> SINGLE = List.of("recipient", "customer_key", "call_id");

	private final JdbcClient jdbc;

	MatterTextRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Empties all that a customer or about a customer was written there and in the rooms,
	 * and removes links and files.
	 * @param own the texts that only matters of this kind have
	 * @param gone what stands in a text afterwards
	 */
	public void empty(List<Texts> own, Collection<CaseNumber> numbers, String gone) {
		for (Texts one : with(own)) {
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
		run("DELETE FROM tracking_link WHERE case_number = ANY(:numbers)", numbers, gone);
	}

	/**
	 * All rows of them as JSON, by table, without files.
	 * @param own the texts that only matters of this kind have
	 */
	public Map<String, List<String>> rows(List<Texts> own, Collection<CaseNumber> numbers) {
		Map<String, List<String>> rows = new TreeMap<>();
		for (Texts one : with(own)) {
			List<String> found = this.jdbc
				.sql("SELECT (to_jsonb(t) - '" + NO_TEXT + "'::text[])::text FROM " + one.table() + " t WHERE "
						+ one.whose())
				.param("numbers", Stored.texts(numbers))
				.query(String.class)
				.list();
			if (!found.isEmpty()) {
				rows.put(one.table(), found);
			}
		}
		return rows;
	}

	private static List<Texts> with(List<Texts> own) {
		return Stream.concat(own.stream(), ROOMS.stream()).toList();
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

}
