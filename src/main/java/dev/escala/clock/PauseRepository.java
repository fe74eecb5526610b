package dev.escala.clock;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger of pauses. Nothing is ever changed in it but the end of an open pause. */
@Repository
public class PauseRepository {

	private final JdbcClient jdbc;

	PauseRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All pauses of the case, oldest first. */
	public List<Pause> of(String caseNumber) {
		return this.jdbc
			.sql("SELECT reason, note, started_at, started_by, ended_at, ended_by FROM clock_pause "
					+ "WHERE case_number = ? ORDER BY started_at, id")
			.param(caseNumber)
			.query((row, n) -> new Pause(Pause.Reason.valueOf(row.getString("reason")), row.getString("note"),
					DeadlineRepository.instant(row, "started_at"), row.getString("started_by"),
					DeadlineRepository.instant(row, "ended_at"), row.getString("ended_by")))
			.list();
	}

	void add(String caseNumber, Pause pause) {
		this.jdbc
			.sql("INSERT INTO clock_pause (case_number, reason, note, started_at, started_by, ended_at, ended_by) "
					+ "VALUES (?, ?, ?, ?, ?, ?, ?)")
			.params(caseNumber, pause.reason().name(), pause.note(), DeadlineRepository.time(pause.startedAt()),
					pause.startedBy(), DeadlineRepository.time(pause.endedAt()), pause.endedBy())
			.update();
	}

	/** Ends the open pause, if there is one. */
	boolean end(String caseNumber, Instant now, String by) {
		return this.jdbc
			.sql("UPDATE clock_pause SET ended_at = greatest(started_at, ?), ended_by = ? WHERE case_number = ? "
					+ "AND ended_at IS NULL")
			.params(DeadlineRepository.time(now), by, caseNumber)
			.update() == 1;
	}

}
