package dev.escala.complaint.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What proves something and no use case tells otherwise; and who took a file. */
@Repository
class EvidenceRepository {

	private final JdbcClient jdbc;

	EvidenceRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** When the key was told, or empty where it has none or has no key any more. */
	Optional<Instant> keyIssuedAt(CaseNumber number) {
		return this.jdbc.sql("SELECT issued_at FROM complaint_key WHERE case_number = ?")
			.param(number.value())
			.query(Row.as((row) -> row.instant("issued_at")))
			.optional();
	}

	/** What of its end no use case tells. */
	End end(CaseNumber number) {
		return this.jdbc.sql("SELECT proof, ended_at, emptied_at FROM complaint WHERE number = ?")
			.param(number.value())
			.query(Row.as((row) -> new End(row.text("proof"), row.instant("ended_at"), row.instant("emptied_at"))))
			.single();
	}

	/** The files that came with it, or with mails about it. */
	List<SentFile> files(CaseNumber number) {
		return this.jdbc.sql("""
				SELECT a.name, a.media_type, a.size, sha256(a.content) AS digest, a.refused
				FROM inbound_attachment a LEFT JOIN inbound_mail m ON m.id = a.mail_id
				WHERE a.case_number = :number OR m.case_number = :number ORDER BY a.id
				""")
			.param("number", number.value())
			.query(Row.as((row) -> new SentFile(row.text("name"), row.text("media_type"), row.longNumber("size"),
					(row.bytes("digest") == null) ? null : HexFormat.of().formatHex(row.bytes("digest")),
					row.text("refused"))))
			.list();
	}

	/** What the customer was asked to complete, with who asked. */
	List<Asked> asked(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_cure WHERE complaint_number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new Asked(row.text("missing"), row.day("until"), row.userId("requested_by"),
					row.instant("requested_at"), row.text("completion"), row.instant("completed_at"))))
			.list();
	}

	/** The messages that went to customers, with their texts. */
	List<Sent> messages(CaseNumber number) {
		return this.jdbc
			.sql("""
					SELECT step, recipient, subject, text_body, status, created_at, sent_at, attempts, error
					FROM outbox_message WHERE case_number = ? AND channel = 'EMAIL' AND template LIKE 'customer-%' ORDER BY id
					""")
			.param(number.value())
			.query(Row.as((row) -> new Sent(row.text("step"), row.text("recipient"), row.text("subject"),
					row.text("text_body"), row.constant("status", OutboxMessage.Status.class),
					row.instant("created_at"), row.instant("sent_at"), row.number("attempts"), row.text("error"))))
			.list();
	}

	void taken(CaseNumber number, byte[] digest, UserId by, Instant at) {
		Columns.set("case_number", number)
			.and("digest", digest)
			.and("made_by", by)
			.and("made_at", at)
			.insertInto("complaint_evidence", this.jdbc)
			.update();
	}

	/** Who took a file of it before, in order. */
	List<Taken> taken(CaseNumber number) {
		return this.jdbc
			.sql("SELECT digest, made_by, made_at FROM complaint_evidence WHERE case_number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new Taken(HexFormat.of().formatHex(row.bytes("digest")), row.userId("made_by"),
					row.instant("made_at"))))
			.list();
	}

	/** Its end. */
	record End(String proof, Instant endedAt, Instant emptiedAt) {
	}

	/**
	 * A file that came.
	 *
	 * @param sha256 in hexadecimal, or {@code null} where it was refused
	 * @param refused why, or {@code null}
	 */
	record SentFile(String name, String mediaType, long size, String sha256, String refused) {
	}

	/** Something that the customer was asked to complete. */
	record Asked(String missing, LocalDate until, UserId by, Instant at, String completion, Instant completedAt) {
	}

	/** A message to a customer. */
	record Sent(String step, String recipient, String subject, String text, OutboxMessage.Status status,
			Instant createdAt, Instant sentAt, int attempts, String error) {
	}

	/** A file that somebody took. */
	record Taken(String sha256, UserId by, Instant at) {
	}

}
