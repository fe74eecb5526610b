package dev.escala.decisionlog;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions in the table {@code ruling}. */
@Repository
class RulingRepository {

	/** What {@link #ruling} reads. */
	static final String COLUMNS = """
			ruling.id, number, request_number, party, topic, situations, subject, question, outcome, decision,
			conditions, reasoning, valid_until, standing, supersedes, decided_by, group_id, decided_at, superseded_by,
			revoked_at, revoked_by, revoked_reason
			""";

	/** Needs the parameter {@code now}. */
	static final String IN_FORCE = "(superseded_by IS NULL AND revoked_at IS NULL AND "
			+ "(valid_until IS NULL OR valid_until >= :now))";

	private static final String SELECT = "SELECT " + COLUMNS + " FROM ruling ";

	/** Apart from whatever else of the database takes turns by numbers. */
	private static final int TURNS = 0x52554c45;

	private final JdbcClient jdbc;

	private final ReadableNumbers numbers;

	RulingRepository(JdbcClient jdbc, ReadableNumbers numbers) {
		this.jdbc = jdbc;
		this.numbers = numbers;
	}

	/**
	 * Until the end of the transaction nobody else decides about the same topic: two that
	 * contradict each other would not see each other.
	 */
	void takeTurns(Topic topic) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(?, hashtext(?))").params(TURNS, topic.name()).query().listOfRows();
	}

	/** Adds a decision under the next free number. */
	RulingNumber add(NewRuling ruling, Instant now) {
		RulingNumber number = new RulingNumber(this.numbers.next("DEC", "ruling_number", now));
		Columns.set("number", number)
			.and("request_number", ruling.requestNumber())
			.and("party", ruling.party())
			.and("topic", ruling.topic())
			.and("situations", names(ruling.situations()))
			.and("subject", ruling.subject())
			.and("question", ruling.question())
			.and("outcome", ruling.outcome())
			.and("decision", ruling.decision())
			.and("conditions", ruling.conditions())
			.and("reasoning", ruling.reasoning())
			.and("valid_until", ruling.validUntil())
			.and("standing", ruling.standing())
			.and("supersedes", ruling.supersedes())
			.and("decided_by", ruling.decidedBy())
			.and("group_id", ruling.groupId())
			.and("decided_at", now)
			.insertInto("ruling", this.jdbc)
			.update();
		return number;
	}

	void supersede(RulingNumber number, RulingNumber by) {
		this.jdbc.sql("UPDATE ruling SET superseded_by = ? WHERE number = ?")
			.params(by.value(), number.value())
			.update();
	}

	void revoke(RulingNumber number, Instant when, UserId by, String reason) {
		Columns.set("revoked_at", when)
			.and("revoked_by", by)
			.and("revoked_reason", reason)
			.update("ruling", "number", number, this.jdbc);
	}

	Optional<Ruling> find(RulingNumber number) {
		return this.jdbc.sql(SELECT + "WHERE number = ?")
			.param(number.value())
			.query(Row.as(RulingRepository::ruling))
			.optional();
	}

	/** The same, kept from others until the transaction ends. */
	Optional<Ruling> lock(RulingNumber number) {
		return this.jdbc.sql(SELECT + "WHERE number = ? FOR UPDATE")
			.param(number.value())
			.query(Row.as(RulingRepository::ruling))
			.optional();
	}

	/** What it superseded and what superseded it, however far, oldest first. */
	List<Ruling> history(RulingNumber number) {
		return this.jdbc
			.sql("""
					WITH RECURSIVE earlier (number, supersedes) AS (
					  SELECT number, supersedes FROM ruling WHERE number = :number
					  UNION SELECT one.number, one.supersedes FROM earlier JOIN ruling one ON one.number = earlier.supersedes),
					later (number, superseded_by) AS (
					  SELECT number, superseded_by FROM ruling WHERE number = :number
					  UNION SELECT one.number, one.superseded_by FROM later JOIN ruling one ON one.number = later.superseded_by)
					"""
					+ SELECT
					+ """
							WHERE number IN (SELECT number FROM earlier UNION SELECT number FROM later) ORDER BY ruling.id
							""")
			.param("number", number.value())
			.query(Row.as(RulingRepository::ruling))
			.list();
	}

	Optional<Ruling> ofRequest(CaseNumber requestNumber) {
		return this.jdbc.sql(SELECT + "WHERE request_number = ? ORDER BY ruling.id DESC LIMIT 1")
			.param(requestNumber.value())
			.query(Row.as(RulingRepository::ruling))
			.optional();
	}

	/** Those that hold for every such question now, newest first. */
	List<Ruling> standing(Topic topic, Instant now) {
		return this.jdbc
			.sql(SELECT + "WHERE standing AND topic = :topic AND " + IN_FORCE
					+ " ORDER BY decided_at DESC, ruling.id DESC")
			.param("topic", topic.name())
			.param("now", Stored.value(now))
			.query(Row.as(RulingRepository::ruling))
			.list();
	}

	static Ruling ruling(Row row) throws SQLException {
		return new Ruling(row.longNumber("id"), row.rulingNumber("number"), row.caseNumber("request_number"),
				row.text("party"), row.constant("topic", Topic.class), row.constants("situations", Situation.class),
				row.text("subject"), row.text("question"), row.constant("outcome", RulingOutcome.class),
				row.text("decision"), row.text("conditions"), row.text("reasoning"), row.instant("valid_until"),
				row.flag("standing"), row.rulingNumber("supersedes"), row.userId("decided_by"), row.text("group_id"),
				row.instant("decided_at"), row.rulingNumber("superseded_by"), row.instant("revoked_at"),
				row.userId("revoked_by"), row.text("revoked_reason"));
	}

	static String[] names(Collection<? extends Enum<?>> constants) {
		return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
	}

}
