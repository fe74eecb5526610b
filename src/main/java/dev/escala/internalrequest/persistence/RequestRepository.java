package dev.escala.internalrequest.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Conditions;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.database.SortColumns;
import dev.escala.database.Stored;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.Purpose;
import dev.escala.internalrequest.Question;
import dev.escala.internalrequest.RequestDates;
import dev.escala.internalrequest.RequestKind;
import dev.escala.internalrequest.RequestNote;
import dev.escala.internalrequest.RequestSearch;
import dev.escala.internalrequest.RequestStatus;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.policy.Mode;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.visibility.CasePartyRepository;
import dev.escala.visibility.Seen;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests in the table {@code internal_request}, with what was said about them. */
@Repository
public class RequestRepository {

	public static final SortColumns SORT = SortColumns.by("requestedAt", "requested_at")
		.and("answerDue", "answer_due")
		.and("number", "number")
		.and("status", "status");

	private static final String TABLE = "internal_request";

	private final JdbcClient jdbc;

	private final Parties parties;

	private final ReadableNumbers numbers;

	private final SearchRepository search;

	RequestRepository(JdbcClient jdbc, Parties parties, ReadableNumbers numbers, SearchRepository search) {
		this.search = search;
		this.jdbc = jdbc;
		this.parties = parties;
		this.numbers = numbers;
	}

	/** The next free number. */
	public CaseNumber nextNumber(Instant requestedAt) {
		return new CaseNumber(this.numbers.next("SOL", "internal_request_number", requestedAt));
	}

	public void insert(InternalRequest request) {
		Question question = request.question();
		Optional<Party> party = Optional.ofNullable(question.party());
		Columns.set("number", request.number())
			.and("status", request.status())
			.and("kind", question.kind())
			.and("purpose", question.purpose())
			.and("situations", Stored.names(question.situations()))
			.and("asked_topic", question.topic())
			.and("party_kind", party.map(Party::kind).orElse(null))
			.and("party_id", party.map(Party::id).orElse(null))
			.and("party_name", party.map(Party::name).orElse(null))
			.and("situation", question.situation())
			.and("request", question.request())
			.and("assessment", question.assessment())
			.and("needed_by", question.neededBy())
			.and("customer_date", question.customerDate())
			.and("standing_decision", question.standingDecision())
			.and("requested_by", request.requestedBy())
			.and("from_group", request.fromGroup())
			.and("requested_at", request.requestedAt())
			.and("mode", request.mode())
			.and("topic", request.topic())
			.and("senior", request.senior())
			.and("caution", request.caution())
			.and("group_id", request.groupId())
			.and("group_reason", request.groupReason())
			.and("level", request.level())
			.and("acknowledge_due", request.acknowledgeDue())
			.and("warn_at", request.warnAt())
			.and("answer_due", request.answerDue())
			.and("next_level_at", request.nextLevelAt())
			.insertInto(TABLE, this.jdbc)
			.update();
	}

	public Optional<InternalRequest> find(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM internal_request WHERE number = ?")
			.param(number.value())
			.query(Row.as(this::request))
			.optional();
	}

	/** The request, kept from others until the transaction ends. */
	public Optional<InternalRequest> lock(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM internal_request WHERE number = ? FOR UPDATE")
			.param(number.value())
			.query(Row.as(this::request))
			.optional();
	}

	/** Ties a request to the process instance that carries it, once. */
	public boolean bind(CaseNumber number, String processInstanceId) {
		return this.jdbc
			.sql("UPDATE internal_request SET process_instance_id = ? WHERE number = ? AND process_instance_id IS NULL")
			.params(processInstanceId, number.value())
			.update() == 1;
	}

	public Optional<String> processInstanceId(CaseNumber number) {
		return this.jdbc.sql("SELECT process_instance_id FROM internal_request WHERE number = ?")
			.param(number.value())
			.query(String.class)
			.optional();
	}

	/** Somebody of the group has it. */
	public void acknowledge(CaseNumber number, RequestStatus status, Instant now, UserId ownerId) {
		this.jdbc
			.sql("UPDATE internal_request SET status = ?, acknowledged_at = ?, "
					+ "acknowledged_in_time = (acknowledge_due >= ?), owner_id = ? WHERE number = ?")
			.params(Stored.values(status, now, now, ownerId, number))
			.update();
	}

	public void answer(CaseNumber number, RequestStatus status, Instant now, RulingNumber decisionNumber,
			boolean workedTogether, UserId ownerId) {
		change(number,
				Columns.set("status", status)
					.and("answered_at", now)
					.and("decision_number", decisionNumber)
					.and("worked_together", workedTogether)
					.and("owner_id", ownerId)
					.and("acknowledge_due", null));
	}

	/** It will be answered by another date, which counts from now on. */
	public void giveDate(CaseNumber number, RequestStatus status, Instant due, Instant warnAt, UserId ownerId) {
		change(number,
				Columns.set("status", status)
					.and("answer_due", due)
					.and("next_level_at", due)
					.and("warn_at", warnAt)
					.and("owner_id", ownerId));
	}

	/** Somebody needs to know more before they answer. */
	public void askBack(CaseNumber number, RequestStatus status, UserId ownerId) {
		change(number, Columns.set("status", status).and("owner_id", ownerId));
	}

	/** It is about something else, so that nobody has it yet. */
	public void transfer(CaseNumber number, RequestStatus status, Topic topic) {
		change(number,
				Columns.set("status", status)
					.and("topic", topic)
					.and("owner_id", null)
					.and("acknowledged_at", null)
					.and("acknowledged_in_time", null));
	}

	/** This group has to answer, from the first level on. */
	public void route(CaseNumber number, String groupId, String reason, RequestDates.Dates dates) {
		change(number,
				Columns.set("group_id", groupId)
					.and("group_reason", reason)
					.and("level", 1)
					.and("acknowledge_due", dates.acknowledgeDue())
					.and("warn_at", dates.warnAt())
					.and("answer_due", dates.answerDue())
					.and("next_level_at", dates.answerDue()));
	}

	public void warnAt(CaseNumber number, Instant warnAt) {
		change(number, Columns.set("warn_at", warnAt));
	}

	/** It reached a level, and will reach the next one at that time. */
	public void raise(CaseNumber number, int level, Instant next) {
		change(number, Columns.set("level", level).and("next_level_at", next));
	}

	public void close(CaseNumber number, RequestStatus status, Instant now) {
		change(number, Columns.set("status", status).and("closed_at", now));
	}

	/** Nobody needs it any more. */
	public void withdraw(CaseNumber number, RequestStatus status, Instant now) {
		change(number, Columns.set("status", status).and("closed_at", now).and("acknowledge_due", null));
	}

	private void change(CaseNumber number, Columns columns) {
		columns.update(TABLE, "number", number, this.jdbc);
	}

	/**
	 * A page of the requests that fit.
	 * @param me user id of the reader
	 * @param groups the reader's groups where they may read no others' requests;
	 * {@code null} where they may read all
	 */
	public Page<InternalRequest> page(RequestSearch.Filter filter, UserId me, Seen seen, PageRequest page) {
		Conditions conditions = new Conditions().equal("status", filter.status()).equal("topic", filter.topic());
		if (filter.mine()) {
			conditions.that("requested_by = ?", me);
		}
		CasePartyRepository.restrict(conditions, "internal_request.number", seen);
		if (filter.text() != null) {
			this.search.search(conditions, filter.text(), "number", "search LIKE ?", null);
		}
		long total = this.jdbc.sql("SELECT count(*) FROM internal_request" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		List<InternalRequest> items = this.jdbc
			.sql("SELECT * FROM internal_request" + conditions.where() + " ORDER BY " + SORT.clause(page.sort())
					+ ", id DESC LIMIT ? OFFSET ?")
			.params(conditions.values(page.size(), page.offset()))
			.query(Row.as(this::request))
			.list();
		return new Page<>(items, page.page(), page.size(), total);
	}

	public void note(CaseNumber number, RequestNote.Kind kind, UserId author, Instant at, String text) {
		Columns.set("number", number)
			.and("kind", kind)
			.and("author", author)
			.and("written_at", at)
			.and("text", text)
			.insertInto("internal_request_note", this.jdbc)
			.update();
	}

	/** What was said about a request, oldest first. */
	public List<RequestNote> notes(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM internal_request_note WHERE number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new RequestNote(row.constant("kind", RequestNote.Kind.class), row.userId("author"),
					row.instant("written_at"), row.text("text"))))
			.list();
	}

	private InternalRequest request(Row row) throws SQLException {
		return new InternalRequest(row.caseNumber("number"), row.constant("status", RequestStatus.class), question(row),
				row.userId("requested_by"), row.text("from_group"), row.instant("requested_at"),
				row.constant("mode", Mode.class), row.constant("topic", Topic.class), row.flag("senior"),
				row.flag("caution"), row.text("group_id"), row.text("group_reason"), row.number("level"),
				row.instant("acknowledge_due"), row.instant("warn_at"), row.instant("answer_due"),
				row.instant("next_level_at"), row.instant("acknowledged_at"), row.userId("owner_id"),
				row.instant("answered_at"), row.rulingNumber("decision_number"), row.flag("worked_together"));
	}

	private Question question(Row row) throws SQLException {
		Party.Kind kind = row.constant("party_kind", Party.Kind.class);
		Party party = (kind == null) ? null : this.parties.get(kind, row.longNumber("party_id"));
		RequestKind wanted = row.constant("kind", RequestKind.class);
		return new Question(wanted, row.constant("purpose", Purpose.class),
				row.constants("situations", Situation.class), row.constant("asked_topic", Topic.class), party,
				row.text("situation"), row.text("request"), row.text("assessment"), row.instant("needed_by"),
				row.instant("customer_date"), (wanted == RequestKind.SERVICE) ? row.text("group_id") : null,
				row.text("standing_decision"));
	}

}
