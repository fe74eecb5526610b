package dev.escala.notification;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.notification.OutboxMessage.Status;
import dev.escala.notification.channel.Endpoint;
import dev.escala.notification.template.MailTemplates;
import dev.escala.notification.template.MailTemplates.Rendered;
import dev.escala.notification.template.Urgency;
import dev.escala.reference.CaseNumber;
import dev.escala.text.Shortening;
import dev.escala.text.Storable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the outbox. Every method is one statement, atomic by itself. */
@Repository
public class OutboxQueueRepository {

	/** Longer than the longest possible address; keeps nonsense out of the index. */
	private static final int RECIPIENT_LENGTH = 320;

	private static final String MAY_COME_TWICE = "channel = 'WEBHOOK' OR channel = 'EMAIL' AND template LIKE 'internal-%'";

	private static final String MAIL_ORDER = """
			AND NOT EXISTS (SELECT FROM outbox_message sending WHERE sending.status = 'SENDING'
			 AND sending.case_number = waiting.case_number AND lower(sending.recipient) = lower(waiting.recipient))
			ORDER BY urgent DESC, place, id""";

	private final JdbcClient jdbc;

	private final Clock clock;

	OutboxQueueRepository(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Queues a mail, or keeps it as failed where there is a problem.
	 * @param problem why it cannot be sent, in Spanish, or {@code null}
	 * @return whether it was new
	 */
	boolean insert(Message message, Rendered rendered, String problem) {
		return insert(new NewMessage(message.caseNumber(), message.step(), Channel.EMAIL,
				shortened(message.recipient()), shortened(message.recipientName()),
				MailTemplates.language(message.locale()).toLanguageTag(), message.template(), rendered.subject(),
				rendered.text(), rendered.html(), message.attachment(), problem));
	}

	/**
	 * Queues what an endpoint gets.
	 * @return whether it was new
	 */
	boolean insert(Endpoint endpoint, TeamNotice notice, String headline, String text) {
		return insert(new NewMessage(notice.caseNumber(), notice.step(), endpoint.channel(), endpoint.name(), "", "es",
				notice.template(), headline, text, "", null, null));
	}

	private boolean insert(NewMessage message) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				INSERT INTO outbox_message (case_number, step, channel, recipient, recipient_name, locale, template,
				  subject, text_body, html_body, attachment, status, error, created_at, due_at, urgent, place)
				VALUES (:case, :step, :channel, :recipient, :name, :locale, :template,
				  :subject, :text, :html, :attachment, :status, :problem, :now, :now, :urgent, GREATEST(:now,
				  (SELECT max(place) + interval '1 second' FROM outbox_message
				   WHERE status = 'PENDING' AND channel = 'EMAIL' AND case_number = :case),
				  (SELECT max(place) + interval '1 second' FROM outbox_message
				   WHERE status = 'PENDING' AND channel = 'EMAIL' AND lower(recipient) = lower(:recipient))))
				ON CONFLICT (case_number, step, channel, lower(recipient)) DO NOTHING
				""")
			.param("case", message.caseNumber().value())
			.param("step", message.step())
			.param("channel", message.channel().name())
			.param("recipient", message.recipient())
			.param("name", message.recipientName())
			.param("locale", message.locale())
			.param("template", message.template())
			.param("subject", message.subject())
			.param("text", message.text())
			.param("html", message.html())
			.param("attachment", message.attachment())
			.param("status", ((message.problem() == null) ? Status.PENDING : Status.FAILED).name())
			.param("problem", message.problem())
			.param("now", Stored.value(now))
			.param("urgent", Urgency.isUrgent(message.template()))
			.update() == 1;
	}

	/**
	 * Takes the message of this queue whose turn it is, so that no other node takes it:
	 * of mail, what somebody waits for and then the one with the first place; nothing for
	 * a reader who is just being written to about the same matter, so that two mails
	 * arrive in their order. Of an endpoint, what has waited longest.
	 * @param node who takes it
	 */
	public Optional<Claimed> claim(Lane lane, String node) {
		Instant now = this.clock.instant();
		List<Object> values = new ArrayList<>(List.of(now));
		values.addAll(values(lane));
		values.addAll(List.of(now, node));
		return this.jdbc.sql("""
				WITH next AS (
				  SELECT id FROM outbox_message waiting WHERE status = 'PENDING' AND due_at <= ? AND %s
				  FOR UPDATE SKIP LOCKED LIMIT 1)
				UPDATE outbox_message SET status = 'SENDING', claimed_at = ?, claimed_by = ?, attempts = attempts + 1
				WHERE id = (SELECT id FROM next)
				RETURNING id, attempts, attempts - attempts_before AS tries, created_at, case_number, step, recipient,
				          recipient_name, locale, subject, text_body, html_body,
				          attachment
				""".formatted(where(lane) + ((lane.endpoint() == null) ? MAIL_ORDER : " ORDER BY due_at, id")))
			.params(Stored.values(values.toArray()))
			.query(Row.as((row) -> new Claimed(row.longNumber("id"), row.number("attempts"), row.number("tries"),
					row.instant("created_at"), row.caseNumber("case_number"), row.text("step"), row.text("recipient"),
					row.text("recipient_name"), row.text("locale"), row.text("subject"), row.text("text_body"),
					row.text("html_body"), row.text("attachment"))))
			.optional();
	}

	/** The server of this queue is back: what failed meanwhile is tried at once. */
	public void wake(Lane lane) {
		Instant now = this.clock.instant();
		List<Object> values = new ArrayList<>(List.of(now, now));
		values.addAll(values(lane));
		this.jdbc.sql("UPDATE outbox_message SET due_at = ? WHERE status = 'PENDING' AND due_at > ? AND " + where(lane))
			.params(Stored.values(values.toArray()))
			.update();
	}

	/** Literal channels, so that the database sees that its partial indexes fit. */
	private static String where(Lane lane) {
		return "channel = '" + lane.channel().name() + "'" + ((lane.endpoint() == null) ? "" : " AND recipient = ?");
	}

	private static List<Object> values(Lane lane) {
		return (lane.endpoint() == null) ? List.of() : List.of(lane.endpoint());
	}

	/** The server took it. */
	public void sent(Claimed message) {
		finish(message, Status.SENT, null, null);
	}

	/** It was certainly not taken and will be tried again. */
	public void retry(Claimed message, Duration delay, String error) {
		finish(message, Status.PENDING, this.clock.instant().plus(delay), error);
	}

	/** It was certainly not taken and will not be tried again by itself. */
	public void failed(Claimed message, String error) {
		finish(message, Status.FAILED, null, error);
	}

	/** Nobody can say whether it was taken. */
	public void unknown(Claimed message, String error) {
		finish(message, Status.UNKNOWN, null, error);
	}

	/** This node is still sending these: their lease begins anew. */
	public void renew(Collection<Claimed> messages, String node) {
		this.jdbc.sql("""
				UPDATE outbox_message SET claimed_at = ? WHERE id = ANY (?) AND status = 'SENDING' AND claimed_by = ?
				""")
			.params(Stored.values(this.clock.instant(), messages.stream().map(Claimed::id).toArray(Long[]::new), node))
			.update();
	}

	/**
	 * Marks as unknown what a node took and never said how it ended.
	 * @return how many there were
	 */
	public int giveUpOn(Duration lease, String error) {
		return this.jdbc.sql("""
				UPDATE outbox_message SET status = 'UNKNOWN', error = ?
				WHERE status = 'SENDING' AND claimed_at < ? AND NOT (%s)
				""".formatted(MAY_COME_TWICE)).params(Stored.values(error, this.clock.instant().minus(lease))).update();
	}

	/**
	 * Queues again what a node took and never said how it ended, where a second one does
	 * no harm: whoever has the webhook already throws it away by its id, and people of
	 * ours see a notice under the same Message-ID.
	 * @return how many there were
	 */
	public int takeBack(Duration lease) {
		return this.jdbc
			.sql("UPDATE outbox_message SET status = 'PENDING' WHERE status = 'SENDING' AND claimed_at < ? AND (%s)"
				.formatted(MAY_COME_TWICE))
			.param(Stored.value(this.clock.instant().minus(lease)))
			.update();
	}

	/**
	 * Marks as failed what has waited long for an endpoint that is not configured.
	 * @param known names of the endpoints that are
	 * @return how many there were
	 */
	public int failWithout(Collection<String> known, Duration wait, String error) {
		return this.jdbc.sql("""
				UPDATE outbox_message SET status = 'FAILED', error = ?
				WHERE status = 'PENDING' AND channel <> 'EMAIL' AND due_at < ? AND NOT (recipient = ANY (?))
				""")
			.params(Stored.values(error, this.clock.instant().minus(wait), known.toArray(String[]::new)))
			.update();
	}

	/**
	 * The server took it and said later that it did not arrive.
	 * @return whether it counted as sent until now
	 */
	boolean bounced(long id, String error) {
		return this.jdbc.sql(
				"UPDATE outbox_message SET status = 'FAILED', error = ? WHERE id = ? AND status IN ('SENT', 'UNKNOWN')")
			.params(error, id)
			.update() == 1;
	}

	/** Every message of the case, oldest first. */
	public List<OutboxMessage> messages(CaseNumber caseNumber) {
		return this.jdbc.sql("""
				SELECT id, case_number, step, channel, recipient, subject, status, created_at, sent_at, attempts, error
				FROM outbox_message WHERE case_number = ? ORDER BY created_at, id
				""").param(caseNumber.value()).query(Row.as(OutboxQueueRepository::message)).list();
	}

	Optional<OutboxMessage> find(CaseNumber caseNumber, String step, String recipient) {
		return this.jdbc.sql("""
				SELECT id, case_number, step, channel, recipient, subject, status, created_at, sent_at, attempts, error
				FROM outbox_message
				WHERE case_number = ? AND step = ? AND channel = 'EMAIL' AND lower(recipient) = lower(?)
				""")
			.params(caseNumber.value(), step, shortened(recipient))
			.query(Row.as(OutboxQueueRepository::message))
			.optional();
	}

	Map<Long, OutboxMessage> find(Collection<Long> ids) {
		return this.jdbc.sql("""
				SELECT id, case_number, step, channel, recipient, subject, status, created_at, sent_at, attempts, error
				FROM outbox_message WHERE id = ANY(?)
				""")
			.param(ids.toArray(Long[]::new))
			.query(Row.as(OutboxQueueRepository::message))
			.list()
			.stream()
			.collect(Collectors.toMap(OutboxMessage::id, Function.identity()));
	}

	/** Counts what was not sent, each state by an index that holds only such messages. */
	Map<Status, Long> unsent() {
		Map<Status, Long> counts = new EnumMap<>(Status.class);
		this.jdbc.sql("""
				SELECT 'PENDING' AS status, count(*) AS messages FROM outbox_message WHERE status = 'PENDING'
				UNION ALL SELECT 'SENDING', count(*) FROM outbox_message WHERE status = 'SENDING'
				UNION ALL SELECT 'FAILED', count(*) FROM outbox_message WHERE status = 'FAILED'
				UNION ALL SELECT 'UNKNOWN', count(*) FROM outbox_message WHERE status = 'UNKNOWN'
				""").query(Row.each((row) -> {
			counts.put(row.constant("status", Status.class), row.longNumber("messages"));
		}));
		return counts;
	}

	/**
	 * The number of the attempt guards the row: who finishes late, after the message was
	 * given up or taken back, still tells the truth, but never about somebody else's
	 * attempt, nor about what a person has had sent again.
	 */
	private void finish(Claimed message, Status status, Instant due, String error) {
		Instant sentAt = (status == Status.SENT) ? this.clock.instant() : null;
		this.jdbc.sql("""
				UPDATE outbox_message SET status = ?, due_at = coalesce(?, due_at), sent_at = ?, error = ?
				WHERE id = ? AND attempts = ? AND (status IN ('SENDING', 'UNKNOWN')
				  OR status = 'PENDING' AND attempts_before < attempts)
				""").params(Stored.values(status, due, sentAt, error, message.id(), message.attempt())).update();
	}

	static OutboxMessage message(Row row) throws SQLException {
		return new OutboxMessage(row.longNumber("id"), row.caseNumber("case_number"), row.text("step"),
				row.constant("channel", Channel.class), row.text("recipient"), row.text("subject"),
				row.constant("status", Status.class), row.instant("created_at"), row.instant("sent_at"),
				row.number("attempts"), row.text("error"));
	}

	private static String shortened(String text) {
		return Shortening.beginning(Storable.storable((text == null) ? "" : text.strip()), RECIPIENT_LENGTH);
	}

	/**
	 * A message that this node is sending.
	 *
	 * @param attempt which attempt this is, from 1
	 * @param tries the same, counted from the last time that a person had it sent again
	 * @param createdAt when it was queued
	 * @param step what it is about
	 * @param recipient the address, or the endpoint's name
	 * @param attachment the file that it carries, or {@code null}
	 */
	public record Claimed(long id, int attempt, int tries, Instant createdAt, CaseNumber caseNumber, String step,
			String recipient, String recipientName, String locale, String subject, String text, String html,
			String attachment) {
	}

	/** A message that is queued. */
	private record NewMessage(CaseNumber caseNumber, String step, Channel channel, String recipient,
			String recipientName, String locale, String template, String subject, String text, String html,
			String attachment, String problem) {
	}

}
