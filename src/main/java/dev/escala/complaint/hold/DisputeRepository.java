package dev.escala.complaint.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bodies to which customers went, in the table {@code complaint_dispute}. */
@Repository
class DisputeRepository {

	private final JdbcClient jdbc;

	DisputeRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseNumber number, String body, LocalDate openedOn, UserId by, Instant at) {
		Columns.set("complaint_number", number)
			.and("body", body)
			.and("opened_on", openedOn)
			.and("recorded_by", by)
			.and("recorded_at", at)
			.insertInto("complaint_dispute", this.jdbc)
			.update();
	}

	void end(CaseNumber number, String outcome, UserId by, Instant at) {
		this.jdbc
			.sql("UPDATE complaint_dispute SET outcome = ?, ended_by = ?, ended_at = ? "
					+ "WHERE complaint_number = ? AND ended_at IS NULL")
			.params(Stored.values(outcome, by, at, number))
			.update();
	}

	/** All of a complaint, in order. */
	List<Dispute> list(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_dispute WHERE complaint_number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new Dispute(row.text("body"), row.day("opened_on"), row.userId("recorded_by"),
					row.instant("recorded_at"), row.text("outcome"), row.instant("ended_at"))))
			.list();
	}

}
