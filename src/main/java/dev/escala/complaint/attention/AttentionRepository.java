package dev.escala.complaint.attention;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked for a human or a supervisor: the table {@code attention_request}. */
@Repository
class AttentionRepository {

	private static final Row.Reading<AttentionRequest> READING = (row) -> new AttentionRequest(row.longNumber("id"),
			row.constant("kind", AttentionKind.class), row.caseNumber("matter_number"), row.text("call_id"),
			row.instant("asked_at"), row.instant("attended_at"), row.instant("due_at"), row.text("phone"),
			row.text("note"), row.text("outcome"), row.userId("attended_by"));

	private final JdbcClient jdbc;

	AttentionRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a request.
	 * @return its id, or empty where that call is known already
	 */
	Optional<Long> add(AttentionRequest request, UserId by, Instant now) {
		return Columns.set("kind", request.kind())
			.and("matter_number", request.matter())
			.and("call_id", request.callId())
			.and("asked_at", request.askedAt())
			.and("attended_at", request.attendedAt())
			.and("due_at", request.dueAt())
			.and("phone", request.phone())
			.and("note", request.note())
			.and("attended_by", request.attendedBy())
			.and("recorded_by", by)
			.and("recorded_at", now)
			.insertInto("attention_request", "ON CONFLICT (kind, call_id) DO NOTHING RETURNING id", this.jdbc)
			.query(Long.class)
			.optional();
	}

	Optional<AttentionRequest> find(long id) {
		return this.jdbc.sql("SELECT * FROM attention_request WHERE id = ?")
			.param(id)
			.query(Row.as(READING))
			.optional();
	}

	/** The request, kept from others until the transaction ends. */
	Optional<AttentionRequest> lock(long id) {
		return this.jdbc.sql("SELECT * FROM attention_request WHERE id = ? FOR UPDATE")
			.param(id)
			.query(Row.as(READING))
			.optional();
	}

	Optional<AttentionRequest> findCall(AttentionKind kind, String callId) {
		return this.jdbc.sql("SELECT * FROM attention_request WHERE kind = ? AND call_id = ?")
			.params(kind.name(), callId)
			.query(Row.as(READING))
			.optional();
	}

	/** All of a matter, the oldest first. */
	List<AttentionRequest> of(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM attention_request WHERE matter_number = ? ORDER BY asked_at, id")
			.param(number.value())
			.query(Row.as(READING))
			.list();
	}

	void attended(long id, UserId by, String outcome, Instant at) {
		this.jdbc
			.sql("UPDATE attention_request SET attended_at = ?, attended_by = ?, outcome = ? "
					+ "WHERE id = ? AND attended_at IS NULL")
			.params(Stored.values(at, by, outcome, id))
			.update();
	}

	/**
	 * Somebody is reminded.
	 * @return whether nobody was before
	 */
	boolean reminded(long id, Instant at) {
		return this.jdbc
			.sql("UPDATE attention_request SET reminded_at = ? WHERE id = ? AND reminded_at IS NULL "
					+ "AND attended_at IS NULL")
			.params(Stored.values(at, id))
			.update() == 1;
	}

	/**
	 * Nobody called in time.
	 * @return whether that was not known before
	 */
	boolean missed(long id, Instant at) {
		return this.jdbc
			.sql("UPDATE attention_request SET missed_at = ? WHERE id = ? AND missed_at IS NULL "
					+ "AND attended_at IS NULL")
			.params(Stored.values(at, id))
			.update() == 1;
	}

	/** The months in which anybody asked. */
	Map<YearMonth, AttentionMonth> months(AttentionKind kind, Instant from, Instant to, ZoneId zone) {
		return this.jdbc.sql("""
				SELECT to_char(asked_at AT TIME ZONE :zone, 'YYYY-MM') AS month, count(*)::int AS asked,
				  count(attended_at)::int AS attended,
				  (count(*) FILTER (WHERE attended_at - asked_at < make_interval(secs => :inTime)))::int AS in_time,
				  avg(extract(epoch FROM attended_at - asked_at)) AS mean
				FROM attention_request WHERE kind = :kind AND asked_at >= :from AND asked_at < :to
				GROUP BY 1
				""")
			.param("zone", zone.getId())
			.param("inTime", AttentionRequest.IN_TIME.toSeconds())
			.param("kind", kind.name())
			.param("from", Stored.value(from))
			.param("to", Stored.value(to))
			.query(Row.as((row) -> new AttentionMonth(YearMonth.parse(row.text("month")), row.number("asked"),
					row.number("attended"), row.number("in_time"),
					(row.decimal("mean") == null) ? null : row.decimal("mean").doubleValue())))
			.list()
			.stream()
			.collect(Collectors.toMap(AttentionMonth::month, Function.identity()));
	}

}
