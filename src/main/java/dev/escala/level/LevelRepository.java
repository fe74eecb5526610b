package dev.escala.level;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The levels that cases reached; that each is reached once is the table's key. */
@Repository
class LevelRepository {

	private final JdbcClient jdbc;

	LevelRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(String number, ReachedLevel level, Instant reachedAt) {
		this.jdbc
			.sql("INSERT INTO case_level (case_number, level, group_id, person_id, wanted_person_id, because, "
					+ "reached_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
			.params(number, level.level(), level.groupId(), level.personId(), level.wantedId(), level.because(),
					Timestamp.from(reachedAt))
			.update();
	}

	Optional<ReachedLevel> find(String number, int level) {
		return this.jdbc
			.sql("SELECT level, group_id, person_id, wanted_person_id, because FROM case_level "
					+ "WHERE case_number = ? AND level = ?")
			.params(number, level)
			.query((row, n) -> new ReachedLevel(row.getInt("level"), row.getString("group_id"),
					row.getString("person_id"), row.getString("wanted_person_id"), row.getString("because")))
			.optional();
	}

	Optional<Integer> highest(String number) {
		return this.jdbc.sql("SELECT max(level) FROM case_level WHERE case_number = ?")
			.param(number)
			.query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
			.single();
	}

}
