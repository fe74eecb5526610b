package dev.escala.internalrequest.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.Purpose;
import dev.escala.internalrequest.Question;
import dev.escala.internalrequest.RequestKind;
import dev.escala.internalrequest.RequestNote;
import dev.escala.internalrequest.RequestStatus;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.policy.Mode;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests in the table {@code internal_request}, with what was said about them. */
@Repository
public class RequestRepository {

	private final JdbcClient jdbc;

	private final Parties parties;

	private final ZoneId zone;

	RequestRepository(JdbcClient jdbc, Parties parties, @Value("${escala.zone}") ZoneId zone) {
		this.jdbc = jdbc;
		this.parties = parties;
		this.zone = zone;
	}

	/** The next free number; the year is the organisation's. */
	public String nextNumber(Instant requestedAt) {
		long next = this.jdbc.sql("SELECT nextval('internal_request_number')").query(Long.class).single();
		return String.format(Locale.ROOT, "SOL-%d-%06d", requestedAt.atZone(this.zone).getYear(), next);
	}

	public void insert(InternalRequest request) {
		Question question = request.question();
		Party party = question.party();
		this.jdbc.sql("""
				INSERT INTO internal_request (number, status, kind, purpose, situations, asked_topic, party_kind,
				  party_id, party_name, situation, request, assessment, needed_by, customer_date, standing_decision,
				  requested_by, from_group, requested_at, mode, topic, senior, caution, group_id, group_reason, level,
				  acknowledge_due, warn_at, answer_due, next_level_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(Arrays.asList(request.number(), request.status().name(), question.kind().name(),
					question.purpose().name(), names(question.situations()), name(question.topic()),
					(party == null) ? null : party.kind().name(), (party == null) ? null : party.id(),
					(party == null) ? null : party.name(), question.situation(), question.request(),
					question.assessment(), stored(question.neededBy()), stored(question.customerDate()),
					question.standingDecision(), request.requestedBy(), request.fromGroup(),
					stored(request.requestedAt()), request.mode().name(), request.topic().name(), request.senior(),
					request.caution(), request.groupId(), request.groupReason(), request.level(),
					stored(request.acknowledgeDue()), stored(request.warnAt()), stored(request.answerDue()),
					stored(request.nextLevelAt())))
			.update();
	}

	public Optional<InternalRequest> find(String number) {
		return some("number = ?", "number", 1, 0, number).stream().findFirst();
	}

	/** The request, kept from others until the transaction ends. */
	public Optional<InternalRequest> lock(String number) {
		return this.jdbc.sql("SELECT id FROM internal_request WHERE number = ? FOR UPDATE")
			.param(number)
			.query(Long.class)
			.optional()
			.flatMap((id) -> find(number));
	}

	/** Ties a request to the process instance that carries it, once. */
	public boolean bind(String number, String processInstanceId) {
		return this.jdbc
			.sql("UPDATE internal_request SET process_instance_id = ? WHERE number = ? AND process_instance_id IS NULL")
			.params(processInstanceId, number)
			.update() == 1;
	}

	public Optional<String> processInstanceId(String number) {
		return this.jdbc.sql("SELECT process_instance_id FROM internal_request WHERE number = ?")
			.param(number)
			.query(String.class)
			.optional();
	}

	/**
	 * Sets columns of a request.
	 * @param columns for example {@code "status = ?, owner_id = ?"}
	 */
	public void set(String number, String columns, Object... values) {
		this.jdbc.sql("UPDATE internal_request SET " + columns + " WHERE number = ?")
			.params(Stream.concat(Arrays.stream(values).map(RequestRepository::stored), Stream.of(number)).toList())
			.update();
	}

	/** Requests that fulfil a condition of SQL, in an order of SQL. */
	public List<InternalRequest> some(String condition, String orderBy, int limit, long offset, Object... values) {
		return this.jdbc
			.sql("SELECT * FROM internal_request WHERE " + condition + " ORDER BY " + orderBy + ", id DESC LIMIT "
					+ limit + " OFFSET " + offset)
			.params(Arrays.asList(values))
			.query((row, n) -> read(row))
			.list();
	}

	public long count(String condition, Object... values) {
		return this.jdbc.sql("SELECT count(*) FROM internal_request WHERE " + condition)
			.params(Arrays.asList(values))
			.query(Long.class)
			.single();
	}

	public void note(String number, RequestNote.Kind kind, String author, Instant at, String text) {
		this.jdbc
			.sql("INSERT INTO internal_request_note (number, kind, author, written_at, text) VALUES (?, ?, ?, ?, ?)")
			.params(number, kind.name(), author, Timestamp.from(at), text)
			.update();
	}

	/** What was said about a request, oldest first. */
	public List<RequestNote> notes(String number) {
		return this.jdbc.sql("SELECT * FROM internal_request_note WHERE number = ? ORDER BY id")
			.param(number)
			.query((row, n) -> new RequestNote(RequestNote.Kind.valueOf(row.getString("kind")), row.getString("author"),
					row.getTimestamp("written_at").toInstant(), row.getString("text")))
			.list();
	}

	private InternalRequest read(ResultSet row) throws SQLException {
		return new InternalRequest(row.getString("number"), RequestStatus.valueOf(row.getString("status")),
				question(row), row.getString("requested_by"), row.getString("from_group"), instant(row, "requested_at"),
				Mode.valueOf(row.getString("mode")), Topic.valueOf(row.getString("topic")), row.getBoolean("senior"),
				row.getBoolean("caution"), row.getString("group_id"), row.getString("group_reason"),
				row.getInt("level"), instant(row, "acknowledge_due"), instant(row, "warn_at"),
				instant(row, "answer_due"), instant(row, "next_level_at"), instant(row, "acknowledged_at"),
				row.getString("owner_id"), instant(row, "answered_at"), row.getString("decision_number"),
				row.getBoolean("worked_together"));
	}

	private Question question(ResultSet row) throws SQLException {
		String kind = row.getString("party_kind");
		Party party = (kind == null) ? null : this.parties.get(Party.Kind.valueOf(kind), row.getLong("party_id"));
		String topic = row.getString("asked_topic");
		RequestKind wanted = RequestKind.valueOf(row.getString("kind"));
		return new Question(wanted, Purpose.valueOf(row.getString("purpose")), situations(row.getArray("situations")),
				(topic == null) ? null : Topic.valueOf(topic), party, row.getString("situation"),
				row.getString("request"), row.getString("assessment"), instant(row, "needed_by"),
				instant(row, "customer_date"), (wanted == RequestKind.SERVICE) ? row.getString("group_id") : null,
				row.getString("standing_decision"));
	}

	private static Set<Situation> situations(Array array) throws SQLException {
		Set<Situation> situations = EnumSet.noneOf(Situation.class);
		for (Object name : (Object[]) array.getArray()) {
			situations.add(Situation.valueOf((String) name));
		}
		return situations;
	}

	private static String[] names(Set<Situation> situations) {
		return situations.stream().map(Enum::name).toArray(String[]::new);
	}

	private static String name(Enum<?> value) {
		return (value == null) ? null : value.name();
	}

	private static Object stored(Object value) {
		return (value instanceof Instant instant) ? Timestamp.from(instant)
				: (value instanceof Enum<?> constant) ? constant.name() : value;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp value = row.getTimestamp(column);
		return (value == null) ? null : value.toInstant();
	}

}
