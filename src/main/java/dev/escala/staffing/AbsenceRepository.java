package dev.escala.staffing;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.database.Turns;
import dev.escala.reference.UserId;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of absences. */
@Repository
class AbsenceRepository {

	/** Any number, the same on every node. */
	private static final long LOCK = 0x45534341_8201L;

	private final JdbcClient jdbc;

	private final Turns turns;

	AbsenceRepository(JdbcClient jdbc, Turns turns) {
		this.jdbc = jdbc;
		this.turns = turns;
	}

	/**
	 * Until the transaction ends nobody else who calls this gets further, on any node: a
	 * ring of deputies is made of the absences of different people.
	 */
	void takeTurns() {
		this.turns.take(LOCK);
	}

	/** The absence of each person who is away at that instant. */
	Map<UserId, StoredAbsence> runningAt(Instant instant) {
		return this.jdbc.sql("SELECT * FROM absence WHERE ends_at > :at AND starts_at <= :at ORDER BY id")
			.param("at", Stored.value(instant))
			.query(Row.as(AbsenceRepository::absence))
			.list()
			.stream()
			.collect(Collectors.toMap(StoredAbsence::personId, Function.identity(), (first, second) -> first));
	}

	/** From when the absence counts and is known. */
	Optional<Instant> knownSince(UserId personId, Instant at) {
		return this.jdbc
			.sql("SELECT greatest(starts_at, created_at) AS since FROM absence"
					+ " WHERE person_id = ? AND ends_at > ? AND starts_at <= ? ORDER BY id LIMIT 1")
			.params(Stored.values(personId, at, at))
			.query(Row.as((row) -> row.instant("since")))
			.optional();
	}

	/** Everybody's absences that have a moment in that time, oldest first. */
	List<StoredAbsence> during(Instant from, Instant until) {
		return this.jdbc.sql("SELECT * FROM absence WHERE ends_at > ? AND starts_at < ? ORDER BY starts_at, id")
			.params(Stored.values(from, until))
			.query(Row.as(AbsenceRepository::absence))
			.list();
	}

	/** Those not over at that instant, by when they begin. */
	List<StoredAbsence> standing(Instant now, int most) {
		return this.jdbc.sql("SELECT * FROM absence WHERE ends_at > ? ORDER BY starts_at, id LIMIT ?")
			.params(Stored.values(now, most))
			.query(Row.as(AbsenceRepository::absence))
			.list();
	}

	Optional<StoredAbsence> find(UserId personId, long id) {
		return this.jdbc.sql("SELECT * FROM absence WHERE person_id = ? AND id = ?")
			.params(personId.value(), id)
			.query(Row.as(AbsenceRepository::absence))
			.optional();
	}

	/**
	 * Those not over at that instant by their start, then those that are, latest first.
	 */
	List<StoredAbsence> absences(UserId personId, Instant now, PageRequest page) {
		return this.jdbc.sql("""
				SELECT * FROM absence WHERE person_id = :person
				ORDER BY ends_at <= :now, CASE WHEN ends_at > :now THEN starts_at END, starts_at DESC
				LIMIT :size OFFSET :offset""")
			.param("person", personId.value())
			.param("now", Stored.value(now))
			.param("size", page.size())
			.param("offset", page.offset())
			.query(Row.as(AbsenceRepository::absence))
			.list();
	}

	long count(UserId personId) {
		return this.jdbc.sql("SELECT count(*) FROM absence WHERE person_id = ?")
			.param(personId.value())
			.query(Long.class)
			.single();
	}

	long insert(UserId personId, Instant from, Instant until, UserId deputyId, String reason, UserId actor,
			Instant now) {
		return Columns.set("person_id", personId)
			.and("starts_at", from)
			.and("ends_at", until)
			.and("deputy_id", deputyId)
			.and("reason", reason)
			.and("created_by", actor)
			.and("created_at", now)
			.insertInto("absence", "RETURNING id", this.jdbc)
			.query(Long.class)
			.single();
	}

	void end(long id, Instant now, UserId actor) {
		Columns.set("ends_at", now).and("ended_by", actor).update("absence", "id", id, this.jdbc);
	}

	void delete(long id) {
		this.jdbc.sql("DELETE FROM absence WHERE id = ?").param(id).update();
	}

	private static StoredAbsence absence(Row row) throws SQLException {
		return new StoredAbsence(row.longNumber("id"), row.userId("person_id"), row.instant("starts_at"),
				row.instant("ends_at"), row.userId("deputy_id"), row.text("reason"));
	}

}
