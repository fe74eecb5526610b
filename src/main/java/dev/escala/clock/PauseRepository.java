package dev.escala.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
		return pauses(List.of(caseNumber)).getOrDefault(caseNumber, List.of());
	}

	/** The same of several cases; one without pauses is missing. */
	public Map<CaseNumber, List<Pause>> pauses(Collection<CaseNumber> cases) {
		Map<CaseNumber, List<Pause>> pauses = new HashMap<>();
		this.jdbc
			.sql("SELECT case_number, reason, note, started_at, started_by, ended_at, ended_by FROM clock_pause "
					+ "WHERE case_number = ANY(?) ORDER BY started_at, id")
			.param(Stored.texts(cases))
			.query(Row
				.each((row) -> pauses.computeIfAbsent(row.caseNumber("case_number"), (number) -> new ArrayList<>())
					.add(new Pause(row.constant("reason", Pause.Reason.class), row.text("note"),
							row.instant("started_at"), row.userId("started_by"), row.instant("ended_at"),
							row.userId("ended_by")))));
		return pauses;
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
