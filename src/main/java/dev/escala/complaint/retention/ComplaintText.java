package dev.escala.complaint.retention;

import java.util.List;

/**
 * Where a customer's texts of a complaint stand: each column is emptied, the row stays.
 *
 * @param table the table
 * @param whose which of its rows belong to the complaints {@code :numbers}
 * @param texts its columns with texts; what is empty stays empty
 */
record ComplaintText(String table, String whose, List<String> texts) {

	private static final String CASE = "case_number = ANY(:numbers)";

	private static final String MATTER = "matter_number = ANY(:numbers)";

	private static final String LETTER = "letter_id IN (SELECT id FROM customer_letter WHERE " + CASE + ")";

	private static final String PROMISE = "promise_id IN (SELECT id FROM promise WHERE " + CASE + ")";

	private static final String MAIL = "mail_id IN (SELECT id FROM inbound_mail WHERE " + CASE + ")";

	private static final String MESSAGE = "message_id IN (SELECT id FROM outbox_message WHERE " + CASE + ")";

	/** All of them; what stands in no text of a table here is named beside its column. */
	static final List<ComplaintText> ALL = List.of(
			of("complaint", "number = ANY(:numbers)", "customer_text", "subject", "description", "wish", "recording",
					"finding", "proof", "judgement"),
			of("complaint_cure", "complaint_number = ANY(:numbers)", "missing", "completion"),
			of("complaint_point", MATTER, "words", "reason"),
			of("complaint_decision", MATTER, "action", "recording", "recourse", "benefits"),
			of("complaint_demand", MATTER, "effect", "reason"), of("complaint_remedy", MATTER, "what", "reason"),
			of("complaint_dispute", "complaint_number = ANY(:numbers)", "body", "outcome"),
			of("complaint_hold", "complaint_number = ANY(:numbers)", "note"), of("complaint_abuse", MATTER, "what"),
			of("timeline_entry", CASE, "text"), of("case_note", CASE, "text"), of("case_feedback", CASE, "comment"),
			of("clock_pause", CASE, "note"), of("corrective_action", CASE, "text", "said", "effect_note"),
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

	private static ComplaintText of(String table, String whose, String... texts) {
		return new ComplaintText(table, whose, List.of(texts));
	}

}
