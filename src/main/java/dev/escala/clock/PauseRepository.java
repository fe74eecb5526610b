package dev.escala.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

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
	public List<Pause> pauses(CaseNumber caseNumber) {
		return this.jdbc
			.sql("SELECT reason, note, started_at, started_by, ended_at, ended_by FROM clock_pause "
					+ "WHERE case_number = ? ORDER BY started_at, id")
			.param(caseNumber.value())
			.query(Row.as((row) -> new Pause(row.constant("reason", Pause.Reason.class), row.text("note"),
					row.instant("started_at"), row.userId("started_by"), row.instant("ended_at"),
					row.userId("ended_by"))))
			.list();
	}

	void add(CaseNumber caseNumber, Pause pause) {
		Columns.set("case_number", caseNumber)
			.and("reason", pause.reason())
			.and("note", pause.note())
			.and("started_at", pause.startedAt())
			.and("started_by", pause.startedBy())
			.and("ended_at", pause.endedAt())
			.and("ended_by", pause.endedBy())
			.insertInto("clock_pause", this.jdbc)
			.update();
	}

	/** The customer was sent the note of the open pause as a question. */
	void asked(CaseNumber caseNumber) {
		this.jdbc.sql("UPDATE clock_pause SET asked = true WHERE case_number = ? AND ended_at IS NULL")
			.param(caseNumber.value())
			.update();
	}

	/** The question that the open pause waits for the answer to, if it was sent. */
	Optional<String> question(CaseNumber caseNumber) {
		return this.jdbc.sql("SELECT note FROM clock_pause WHERE case_number = ? AND asked AND ended_at IS NULL")
			.param(caseNumber.value())
			.query(String.class)
			.optional();
	}

	/** Ends the open pause, if there is one. */
	boolean end(CaseNumber caseNumber, Instant now, UserId by) {
		return this.jdbc
			.sql("UPDATE clock_pause SET ended_at = greatest(started_at, ?), ended_by = ? WHERE case_number = ? "
					+ "AND ended_at IS NULL")
			.params(Stored.values(now, by, caseNumber))
			.update() == 1;
	}

}
