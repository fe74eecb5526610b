package dev.escala.level;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The levels that cases reached; that each is reached once is the table's key. */
@Repository
class LevelRepository {

	private final JdbcClient jdbc;

	LevelRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A level that was reached.
	 * @param deadlineId the deadline whose miss took the case there, or {@code null}
	 */
	void add(CaseNumber number, ReachedLevel level, Long deadlineId, Instant reachedAt) {
		Columns.set("case_number", number)
			.and("level", level.level())
			.and("group_id", level.groupId())
			.and("person_id", level.personId())
			.and("wanted_person_id", level.wantedId())
			.and("because", level.because())
			.and("deadline_id", deadlineId)
			.and("reached_at", reachedAt)
			.insertInto("case_level", this.jdbc)
			.update();
	}

	Optional<ReachedLevel> find(CaseNumber number, int level) {
		return this.jdbc
			.sql("SELECT level, group_id, person_id, wanted_person_id, because FROM case_level "
					+ "WHERE case_number = ? AND level = ?")
			.params(number.value(), level)
			.query(Row.as((row) -> new ReachedLevel(row.number("level"), row.text("group_id"), row.userId("person_id"),
					row.userId("wanted_person_id"), row.text("because"))))
			.optional();
	}

	/** The deadlines whose misses took the case up. */
	Set<Long> raising(CaseNumber number) {
		return Set.copyOf(
				this.jdbc.sql("SELECT deadline_id FROM case_level WHERE case_number = ? AND deadline_id IS NOT NULL")
					.param(number.value())
					.query(Row.as((row) -> row.longNumber("deadline_id")))
					.list());
	}

	Optional<Integer> highest(CaseNumber number) {
		return this.jdbc.sql("SELECT max(level) AS level FROM case_level WHERE case_number = ?")
			.param(number.value())
			.query(Row.as((row) -> Optional.ofNullable(row.numberOrNull("level"))))
			.single();
	}

}
