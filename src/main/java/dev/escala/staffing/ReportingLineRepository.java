package dev.escala.staffing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Turns;

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

	Optional<String> managerOf(String personId) {
		if (personId == null || personId.indexOf('\0') >= 0) {
			return Optional.empty();
		}
		return this.jdbc.sql("SELECT manager_id FROM reporting_line WHERE person_id = ? AND manager_id IS NOT NULL")
			.param(personId)
			.query(String.class)
			.optional();
	}

	/** The manager of everybody who has one. */
	Map<String, String> all() {
		return this.jdbc.sql("SELECT person_id, manager_id FROM reporting_line WHERE manager_id IS NOT NULL")
			.query(Row.as((row) -> Map.entry(row.text("person_id"), row.text("manager_id"))))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/** Whether somebody ever decided to whom this person reports, or that to nobody. */
	boolean isDecided(String personId) {
		return this.jdbc.sql("SELECT count(*) FROM reporting_line WHERE person_id = ?")
			.param(personId)
			.query(Long.class)
			.single() > 0;
	}

	/** Sets the manager, or {@code null} for none. */
	void set(String personId, String managerId, String actor, Instant now) {
		Columns.set("person_id", personId)
			.and("manager_id", managerId)
			.and("changed_by", actor)
			.and("changed_at", now)
			.save("reporting_line", List.of("person_id"), this.jdbc);
	}

}
