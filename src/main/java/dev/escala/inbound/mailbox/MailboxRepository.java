package dev.escala.inbound.mailbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.inbound.mail.ParsedMail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of a mailbox. Every method is one statement, atomic by itself. */
@Repository
class MailboxRepository {

	private final JdbcClient jdbc;

	private final Clock clock;

	MailboxRepository(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes the mailbox for a while, so that no other node looks into it.
	 * @return whether it was free
	 */
	boolean take(String mailbox, String node, Duration lease) {
		Object now = now();
		return this.jdbc.sql("""
				INSERT INTO inbound_mailbox AS box (name, holder, leased_until) VALUES (?, ?, ?)
				ON CONFLICT (name) DO UPDATE SET holder = EXCLUDED.holder, leased_until = EXCLUDED.leased_until
				WHERE box.holder IS NULL OR box.leased_until < ?
				""").params(Stored.values(mailbox, node, this.clock.instant().plus(lease), now)).update() == 1;
	}

	void succeeded(String mailbox, String node) {
		this.jdbc
			.sql("UPDATE inbound_mailbox SET holder = NULL, succeeded_at = ?, failing_since = NULL, failure = NULL"
					+ " WHERE name = ? AND holder = ?")
			.params(now(), mailbox, node)
			.update();
	}

	void failed(String mailbox, String node, String failure) {
		this.jdbc
			.sql("UPDATE inbound_mailbox SET holder = NULL, failing_since = coalesce(failing_since, ?), failure = ?"
					+ " WHERE name = ? AND holder = ?")
			.params(now(), failure, mailbox, node)
			.update();
	}

	/** How the mailbox does, if anybody ever looked into it. */
	Optional<State> state(String mailbox) {
		return this.jdbc.sql("SELECT succeeded_at, failing_since, failure FROM inbound_mailbox WHERE name = ?")
			.param(mailbox)
			.query(Row
				.as((row) -> new State(row.instant("succeeded_at"), row.instant("failing_since"), row.text("failure"))))
			.optional();
	}

	/** Those of the mails that are kept already. */
	Set<Long> known(String mailbox, long uidValidity, Collection<Long> uids) {
		return new HashSet<>(
				this.jdbc.sql("SELECT uid FROM inbound_mail WHERE mailbox = ? AND uid_validity = ? AND uid = ANY(?)")
					.params(mailbox, uidValidity, uids.toArray(Long[]::new))
					.query(Long.class)
					.list());
	}

	/**
	 * Keeps a mail, unless it is here already.
	 * @param arrivedAt when the server says to have got it, or {@code null}
	 */
	void keep(String mailbox, long uidValidity, long uid, byte[] source, boolean cut, Instant arrivedAt) {
		this.jdbc
			.sql("""
					INSERT INTO inbound_mail (mailbox, uid_validity, uid, received_at, source, source_hash, cut, status, due_at,
					  arrived_at)
					VALUES (?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?, ?)
					ON CONFLICT (mailbox, uid_validity, uid) DO NOTHING
					""")
			.params(Stored.values(mailbox, uidValidity, uid, now(), source, sha256(source), cut, now(), arrivedAt))
			.update();
		this.jdbc.sql("DELETE FROM inbound_unread WHERE mailbox = ? AND uid_validity = ? AND uid = ?")
			.params(mailbox, uidValidity, uid)
			.update();
	}

	/**
	 * Remembers a mail that the server did not give.
	 * @return how often it did not
	 */
	int unread(String mailbox, long uidValidity, long uid, String error) {
		return this.jdbc.sql("""
				INSERT INTO inbound_unread AS mail (mailbox, uid_validity, uid, attempts, error, tried_at)
				VALUES (?, ?, ?, 1, ?, ?)
				ON CONFLICT (mailbox, uid_validity, uid) DO UPDATE
				SET attempts = mail.attempts + 1, error = EXCLUDED.error, tried_at = EXCLUDED.tried_at
				RETURNING attempts
				""").params(mailbox, uidValidity, uid, error, now()).query(Integer.class).single();
	}

	/** Gives a person what there is of a mail that the server does not give. */
	void giveUp(String mailbox, long uidValidity, long uid, byte[] source, ParsedMail mail, String why) {
		this.jdbc
			.sql("""
					INSERT INTO inbound_mail (mailbox, uid_validity, uid, received_at, source, source_hash, cut, status, due_at,
					  why, sender, sender_name, subject, sent_at, message_id)
					VALUES (?, ?, ?, ?, ?, ?, TRUE, 'WAITING', ?, ?, ?, ?, ?, ?, ?)
					ON CONFLICT (mailbox, uid_validity, uid) DO NOTHING
					""")
			.params(Stored.values(mailbox, uidValidity, uid, now(), source,
					sha256((mailbox + '/' + uidValidity + '/' + uid).getBytes(StandardCharsets.UTF_8)), now(), why,
					mail.sender(), mail.senderName(), mail.subject(), mail.sentAt(), mail.messageId()))
			.update();
	}

	/** The mails that the server did not give, which come last. */
	Set<Long> unread(String mailbox, long uidValidity) {
		return new HashSet<>(this.jdbc.sql("SELECT uid FROM inbound_unread WHERE mailbox = ? AND uid_validity = ?")
			.params(mailbox, uidValidity)
			.query(Long.class)
			.list());
	}

	/** The mails that a person was given because the server does not, oldest first. */
	List<Refused> refused(String mailbox) {
		return this.jdbc.sql("""
				SELECT mail.id, mail.sender, mail.sender_name, mail.subject, mail.sent_at, mail.received_at
				FROM inbound_unread unread JOIN inbound_mail mail USING (mailbox, uid_validity, uid)
				WHERE mailbox = ? AND mail.status = 'WAITING' ORDER BY mail.id LIMIT 50
				""")
			.param(mailbox)
			.query(Row.as((row) -> new Refused(row.longNumber("id"),
					(row.text("sender") == null) ? row.text("sender_name") : row.text("sender"), row.text("subject"),
					(row.instant("sent_at") == null) ? row.instant("received_at") : row.instant("sent_at"))))
			.list();
	}

	static byte[] sha256(byte[] source) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(source);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Object now() {
		return Stored.value(this.clock.instant());
	}

	/**
	 * How a mailbox does.
	 *
	 * @param succeededAt when it was last read, or {@code null}
	 * @param failingSince since when it cannot be read, or {@code null}
	 * @param failure what the server or the network said, or {@code null}
	 */
	record State(Instant succeededAt, Instant failingSince, String failure) {
	}

	/**
	 * A mail that the server does not give.
	 *
	 * @param id our id
	 * @param sender who it says has sent it, or empty
	 * @param subject the subject, or empty
	 * @param date when it was sent, or else first seen
	 */
	record Refused(long id, String sender, String subject, Instant date) {
	}

}
