package dev.escala.staffing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Turns;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of who reports to whom. */
@Repository
class ReportingLineRepository {

	/** Any number, the same on every node. */
	private static final long LOCK = 0x45534341_8202L;

	private final JdbcClient jdbc;

	private final Turns turns;

	ReportingLineRepository(JdbcClient jdbc, Turns turns) {
		this.jdbc = jdbc;
		this.turns = turns;
	}

	/**
	 * Until the transaction ends nobody else who calls this gets further, on any node:
	 * two changes, each right by itself, could close a ring together.
	 */
	void takeTurns() {
		this.turns.take(LOCK);
	}

	Optional<UserId> managerOf(UserId personId) {
		if (personId == null || personId.value().indexOf('\0') >= 0) {
			return Optional.empty();
		}
		return this.jdbc.sql("SELECT manager_id FROM reporting_line WHERE person_id = ? AND manager_id IS NOT NULL")
			.param(personId.value())
			.query(Row.as((row) -> row.userId("manager_id")))
			.optional();
	}

	/** The manager of everybody who has one. */
	Map<UserId, UserId> all() {
		return this.jdbc.sql("SELECT person_id, manager_id FROM reporting_line WHERE manager_id IS NOT NULL")
			.query(Row.as((row) -> Map.entry(row.userId("person_id"), row.userId("manager_id"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Whether somebody ever decided to whom this person reports, or that to nobody. */
	boolean isDecided(UserId personId) {
		return this.jdbc.sql("SELECT count(*) FROM reporting_line WHERE person_id = ?")
			.param(personId.value())
			.query(Long.class)
			.single() > 0;
	}

	/** Sets the manager, or {@code null} for none. */
	void set(UserId personId, UserId managerId, UserId actor, Instant now) {
		Columns.set("person_id", personId)
			.and("manager_id", managerId)
			.and("changed_by", actor)
			.and("changed_at", now)
			.save("reporting_line", List.of("person_id"), this.jdbc);
	}

}
