package dev.escala.inbound;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.database.SortColumns;
import dev.escala.database.Stored;
import dev.escala.inbound.InboundEntry.Action;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the mails as people look at it and decide. */
@Repository
class InboundMailRepository {

	static final SortColumns SORT = SortColumns.by("receivedAt", "received_at")
		.and("sender", "lower(sender)")
		.and("caseNumber", "case_number");

	private static final String COLUMNS = """
			SELECT id, received_at, status, why, sender, sender_name, subject, sent_at, case_number, suggestions, cut,
			  least(received_at, arrived_at) AS arrived_at, opened_number
			FROM inbound_mail
			""";

	/**
	 * A whole number counts as a word, too; a part of one, such as its year, does not.
	 */
	private static final String WORD = "search LIKE ? OR ? LIKE '%' || lower(case_number) || '%'";

	private final JdbcClient jdbc;

	private final SearchRepository search;

	private final Clock clock;

	InboundMailRepository(JdbcClient jdbc, SearchRepository search, Clock clock) {
		this.jdbc = jdbc;
		this.search = search;
		this.clock = clock;
	}

	Page<InboundMail> page(InboundFilter filter, PageRequest part) {
		Conditions matching = matching(filter);
		long total = this.jdbc.sql("SELECT count(*) FROM inbound_mail" + matching.where())
			.params(matching.values())
			.query(Long.class)
			.single();
		List<InboundMail> items = this.jdbc
			.sql(COLUMNS + matching.where() + " ORDER BY " + SORT.clause(part.sort()) + ", id DESC LIMIT ? OFFSET ?")
			.params(matching.values(part.size(), part.offset()))
			.query(Row.as(InboundMailRepository::mail))
			.list();
		return new Page<>(items, part.page(), part.size(), total);
	}

	/** How many mails there are of each status, whatever status is looked for. */
	Map<Status, Long> counts(InboundFilter filter) {
		Conditions matching = matching(new InboundFilter(null, filter.text()));
		Map<Status, Long> counts = new EnumMap<>(Status.class);
		this.jdbc.sql("SELECT status, count(*) AS mails FROM inbound_mail" + matching.where() + " GROUP BY status")
			.params(matching.values())
			.query(Row.each((row) -> {
				counts.put(row.constant("status", Status.class), row.longNumber("mails"));
			}));
		return counts;
	}

	Optional<InboundMail> find(long id) {
		return this.jdbc.sql(COLUMNS + " WHERE id = ?").param(id).query(Row.as(InboundMailRepository::mail)).optional();
	}

	/** The mails that are contacts of a case, the newest first, at most ten. */
	List<InboundMail> ofCase(CaseNumber number) {
		return this.jdbc.sql(COLUMNS + " WHERE case_number = ? AND status = 'CONTACT' ORDER BY id DESC LIMIT 10")
			.param(number.value())
			.query(Row.as(InboundMailRepository::mail))
			.list();
	}

	/** The same, kept from others until the transaction ends. */
	Optional<InboundMail> lock(long id) {
		return this.jdbc.sql(COLUMNS + " WHERE id = ? FOR UPDATE")
			.param(id)
			.query(Row.as(InboundMailRepository::mail))
			.optional();
	}

	/** What the sender wrote, and the whole text. */
	List<String> texts(long id) {
		return this.jdbc.sql("SELECT text, full_text FROM inbound_mail WHERE id = ?")
			.param(id)
			.query(Row.as((row) -> List.of(row.text("text"), row.text("full_text"))))
			.single();
	}

	byte[] source(long id) {
		return this.jdbc.sql("SELECT source FROM inbound_mail WHERE id = ?")
			.param(id)
			.query(Row.as((row) -> row.bytes("source")))
			.single();
	}

	/** How many mails have waited for a person since before then. */
	long waitingSince(Instant before) {
		return this.jdbc.sql("SELECT count(*) FROM inbound_mail WHERE status = 'WAITING' AND received_at < ?")
			.param(Stored.value(before))
			.query(Long.class)
			.single();
	}

	/** Whether a mail waits for a person that may be about that case. */
	boolean isWaiting(CaseNumber number) {
		return this.jdbc.sql(
				"SELECT EXISTS (SELECT FROM inbound_mail WHERE status IN ('WAITING', 'HELD') AND ? = ANY (suggestions))")
			.param(number.value())
			.query(Boolean.class)
			.single();
	}

	List<Action> actions(long id) {
		return this.jdbc.sql(
				"SELECT happened_at, actor, action, status_before, reason FROM inbound_action WHERE mail_id = ? ORDER BY id")
			.param(id)
			.query(Row.as((row) -> new Action(row.instant("happened_at"), row.userId("actor"),
					row.constant("action", InboundEntry.Kind.class), row.constant("status_before", Status.class),
					row.text("reason"))))
			.list();
	}

	/** A matter began with it. */
	void opened(long id, CaseNumber number) {
		Columns.set("opened_number", number).update("inbound_mail", "id", id, this.jdbc);
	}

	void record(InboundMail before, InboundEntry.Kind kind, UserId actor, String reason) {
		Columns.set("mail_id", before.id())
			.and("happened_at", this.clock.instant())
			.and("actor", actor)
			.and("action", kind)
			.and("status_before", before.status())
			.and("reason", reason)
			.insertInto("inbound_action", this.jdbc)
			.update();
	}

	private static InboundMail mail(Row row) throws SQLException {
		return new InboundMail(row.longNumber("id"), row.instant("received_at"), row.constant("status", Status.class),
				row.text("why"), row.text("sender"), row.text("sender_name"), row.text("subject"),
				row.instant("sent_at"), row.caseNumber("case_number"),
				row.texts("suggestions").stream().map(CaseNumber::new).toList(), row.flag("cut"),
				row.instant("arrived_at"), CaseNumber.nullable(row.text("opened_number")));
	}

	private Conditions matching(InboundFilter filter) {
		Conditions conditions = new Conditions().equal("status", filter.status());
		if (filter.text() != null) {
			this.search.search(conditions, filter.text(), "case_number", WORD, null);
		}
		return conditions;
	}

}
