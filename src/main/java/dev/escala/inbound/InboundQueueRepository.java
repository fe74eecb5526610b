package dev.escala.inbound;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.database.Turns;
import dev.escala.inbound.mail.ParsedMail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the mails as the machine works on it. */
@Repository
class InboundQueueRepository {

	private final JdbcClient jdbc;

	private final Turns turns;

	private final Clock clock;

	InboundQueueRepository(JdbcClient jdbc, Turns turns, Clock clock) {
		this.jdbc = jdbc;
		this.turns = turns;
		this.clock = clock;
	}

	/**
	 * Takes the mail that has waited longest and counts the attempt, before anybody looks
	 * at it: a mail that brings a node down is not tried for ever.
	 * @param wait until another attempt
	 */
	Optional<Claimed> claim(Duration wait) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				WITH next AS (
				  SELECT id FROM inbound_mail WHERE status = 'RECEIVED' AND due_at <= ?
				  ORDER BY due_at, id FOR UPDATE SKIP LOCKED LIMIT 1)
				UPDATE inbound_mail SET attempts = attempts + 1, due_at = ?
				WHERE id = (SELECT id FROM next) RETURNING id, attempts, source, cut
				""")
			.params(Stored.values(now, now.plus(wait)))
			.query(Row.as((row) -> new Claimed(row.longNumber("id"), row.number("attempts"), row.bytes("source"),
					row.flag("cut"))))
			.optional();
	}

	/**
	 * Keeps the mail from others until the transaction ends, if it still is untreated.
	 */
	boolean lock(long id) {
		return this.jdbc.sql("SELECT id FROM inbound_mail WHERE id = ? AND status = 'RECEIVED' FOR UPDATE SKIP LOCKED")
			.param(id)
			.query(Long.class)
			.optional()
			.isPresent();
	}

	/** Until the end of the transaction nobody else decides about the same mail. */
	void takeTurns(byte[] hash) {
		this.turns.take(ByteBuffer.wrap(hash).getLong());
	}

	/**
	 * Whether the same mail was here already: byte by byte, or with the same Message-ID
	 * and the same content by another way.
	 */
	boolean isRepeated(long id, byte[] contentHash) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT 1 FROM inbound_mail other JOIN inbound_mail mail ON mail.id = ?
				  WHERE other.id <> mail.id AND other.status NOT IN ('RECEIVED', 'DUPLICATE')
				    AND (other.source_hash = mail.source_hash OR other.content_hash = ?))
				""").params(id, contentHash).query(Boolean.class).single();
	}

	/** How many mails an address has sent since then, besides that one. */
	long countOf(String sender, long but, Instant since) {
		return this.jdbc
			.sql("SELECT count(*) FROM inbound_mail WHERE lower(sender) = ? AND received_at > ? AND id <> ?"
					+ " AND status <> 'DUPLICATE'")
			.params(Stored.values(sender, since, but))
			.query(Long.class)
			.single();
	}

	/** Writes down what was read of the mail. */
	void describe(long id, ParsedMail mail, byte[] contentHash) {
		Columns.set("sender", mail.sender())
			.and("sender_name", mail.senderName())
			.and("subject", mail.subject())
			.and("sent_at", mail.sentAt())
			.and("message_id", mail.messageId())
			.and("content_hash", contentHash)
			.and("text", mail.text())
			.and("full_text", mail.fullText())
			.update("inbound_mail", "id", id, this.jdbc);
	}

	/** Writes down what became of the mail. */
	void settle(long id, Verdict verdict) {
		Columns.set("status", verdict.status())
			.and("why", verdict.why())
			.and("case_number", verdict.caseNumber())
			.and("suggestions", Stored.texts(verdict.suggestions()))
			.update("inbound_mail", "id", id, this.jdbc);
	}

	/** Has an attempt that came too early repeated soon, without counting it. */
	void again(long id, Duration wait) {
		this.jdbc.sql("UPDATE inbound_mail SET attempts = attempts - 1, due_at = ? WHERE id = ?")
			.params(Stored.values(this.clock.instant().plus(wait), id))
			.update();
	}

	/**
	 * A mail that is looked at now.
	 *
	 * @param attempt which attempt this is, from 1
	 * @param source the mail as it came
	 * @param cut whether that is only its beginning
	 */
	record Claimed(long id, int attempt, byte[] source, boolean cut) {
	}

}
