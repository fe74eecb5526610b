package dev.escala.escalation.persistence;

import java.time.Instant;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.escalation.CaseLevel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The levels that cases reached; that each is reached once is the table's key. */
@Repository
public class CaseLevelRepository {

	private final JdbcClient jdbc;

	CaseLevelRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public void add(String number, CaseLevel level, Instant reachedAt) {
		this.jdbc
			.sql("INSERT INTO case_level (case_number, level, group_id, person_id, wanted_person_id, because, "
					+ "reached_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
			.params(Stored.values(number, level.level(), level.groupId(), level.personId(), level.wantedId(),
					level.because(), reachedAt))
			.update();
	}

	public Optional<CaseLevel> find(String number, int level) {
		return this.jdbc
			.sql("SELECT level, group_id, person_id, wanted_person_id, because FROM case_level "
					+ "WHERE case_number = ? AND level = ?")
			.params(number, level)
			.query(Row.as((row) -> new CaseLevel(row.number("level"), row.text("group_id"), row.text("person_id"),
					row.text("wanted_person_id"), row.text("because"))))
			.optional();
	}

}
