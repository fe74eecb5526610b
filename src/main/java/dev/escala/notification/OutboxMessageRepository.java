package dev.escala.notification;

import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.database.Columns;
import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.database.SortColumns;
import dev.escala.database.Stored;
import dev.escala.notification.OutboxMessage.Status;
import dev.escala.reference.UserId;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the outbox as people look at it and step in. */
@Repository
class OutboxMessageRepository {

	static final SortColumns SORT = SortColumns.by("createdAt", "created_at")
		.and("caseNumber", "case_number")
		.and("recipient", "lower(recipient)");

	private static final String COLUMNS = """
			SELECT id, case_number, step, channel, recipient, recipient_name, subject, status, created_at, sent_at,
			       attempts, error, text_body, html_body FROM outbox_message
			""";

	/**
	 * A whole number counts as a word, too; a part of one, such as its year, does not.
	 */
	private static final String WORD = "search LIKE ? OR ? LIKE '%' || lower(case_number) || '%'";

	private final JdbcClient jdbc;

	private final SearchRepository search;

	private final Clock clock;

	OutboxMessageRepository(JdbcClient jdbc, SearchRepository search, Clock clock) {
		this.jdbc = jdbc;
		this.search = search;
		this.clock = clock;
	}

	Page<OutboxMessage> page(OutboxFilter filter, PageRequest part) {
		Conditions matching = matching(filter);
		long total = this.jdbc.sql("SELECT count(*) FROM outbox_message" + matching.where())
			.params(matching.values())
			.query(Long.class)
			.single();
		List<OutboxMessage> items = this.jdbc
			.sql(COLUMNS + matching.where() + " ORDER BY " + SORT.clause(part.sort()) + ", id DESC LIMIT ? OFFSET ?")
			.params(matching.values(part.size(), part.offset()))
			.query(Row.as(OutboxQueueRepository::message))
			.list();
		return new Page<>(items, part.page(), part.size(), total);
	}

	/** How many messages there are in each state, whatever state is looked for. */
	Map<Status, Long> counts(OutboxFilter filter) {
		Conditions matching = matching(
				new OutboxFilter(Set.of(), filter.channel(), filter.caseNumber(), filter.text()));
		Map<Status, Long> counts = new EnumMap<>(Status.class);
		this.jdbc.sql("SELECT status, count(*) AS messages FROM outbox_message" + matching.where() + " GROUP BY status")
			.params(matching.values())
			.query(Row.each((row) -> {
				counts.put(row.constant("status", Status.class), row.longNumber("messages"));
			}));
		return counts;
	}

	Optional<OutboxEntry> find(long id) {
		return this.jdbc.sql(COLUMNS + " WHERE id = ?")
			.param(id)
			.query(Row.as((row) -> new OutboxEntry(OutboxQueueRepository.message(row), row.text("recipient_name"),
					row.text("text_body"), row.text("html_body"), actions(id))))
			.optional();
	}

	/**
	 * Queues it again for now, with waiting times from the beginning.
	 * @param recipient its address from now on
	 * @return whether it still had the state in which the person saw it
	 * @throws org.springframework.dao.DuplicateKeyException where that address has the
	 * same message already
	 */
	boolean resend(OutboxMessage seen, String recipient) {
		return this.jdbc.sql("""
				UPDATE outbox_message SET status = 'PENDING', due_at = ?, recipient = ?, error = NULL,
				                          attempts_before = attempts
				WHERE id = ? AND status = ? AND attempts = ?
				""").params(now(), recipient, seen.id(), seen.status().name(), seen.attempts()).update() == 1;
	}

	/**
	 * Gives it up.
	 * @return whether it still had the state in which the person saw it
	 */
	boolean cancel(OutboxMessage seen) {
		return this.jdbc
			.sql("UPDATE outbox_message SET status = 'CANCELLED' WHERE id = ? AND status = ? AND attempts = ?")
			.params(seen.id(), seen.status().name(), seen.attempts())
			.update() == 1;
	}

	void record(OutboxMessage before, OutboxAction.Kind kind, UserId actor, String reason) {
		Columns.set("message_id", before.id())
			.and("happened_at", now())
			.and("actor", actor)
			.and("action", kind)
			.and("status_before", before.status())
			.and("recipient_before", before.recipient())
			.and("reason", reason)
			.insertInto("outbox_action", this.jdbc)
			.update();
	}

	private List<OutboxAction> actions(long id) {
		return this.jdbc.sql("""
				SELECT happened_at, actor, action, status_before, recipient_before, reason
				FROM outbox_action WHERE message_id = ? ORDER BY id
				""").param(id).query(Row.as(OutboxMessageRepository::action)).list();
	}

	private static OutboxAction action(Row row) throws SQLException {
		return new OutboxAction(row.instant("happened_at"), row.userId("actor"),
				row.constant("action", OutboxAction.Kind.class), row.constant("status_before", Status.class),
				row.text("recipient_before"), row.text("reason"));
	}

	private Conditions matching(OutboxFilter filter) {
		Conditions conditions = new Conditions().equal("channel", filter.channel())
			.equal("case_number", filter.caseNumber());
		if (!filter.statuses().isEmpty()) {
			conditions.that("status = ANY(?)", (Object) Stored.names(filter.statuses()));
		}
		if (filter.text() != null) {
			this.search.search(conditions, filter.text(), "case_number", WORD, null);
		}
		return conditions;
	}

	private Object now() {
		return Stored.value(this.clock.instant());
	}

}
