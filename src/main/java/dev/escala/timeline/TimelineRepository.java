package dev.escala.timeline;

import java.time.Instant;
import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries in the table {@code timeline_entry}, which are only ever added. */
@Repository
class TimelineRepository {

	private final JdbcClient jdbc;

	TimelineRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseNumber caseNumber, UserId actor, String text, Instant when) {
		Columns.set("case_number", caseNumber)
			.and("happened_at", when)
			.and("actor", actor)
			.and("text", text)
			.insertInto("timeline_entry", this.jdbc)
			.update();
	}

	/** Everything that happened to the case, oldest first. */
	List<TimelineEntry> entries(CaseNumber caseNumber) {
		return this.jdbc
			.sql("SELECT happened_at, actor, text FROM timeline_entry WHERE case_number = ? ORDER BY happened_at, id")
			.param(caseNumber.value())
			.query(Row
				.as((row) -> new TimelineEntry(row.instant("happened_at"), row.userId("actor"), row.text("text"))))
			.list();
	}

}
