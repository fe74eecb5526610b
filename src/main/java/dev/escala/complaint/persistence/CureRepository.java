package dev.escala.complaint.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.escala.complaint.CureRequest;
import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers were asked to complete, in the table {@code complaint_cure}. */
@Repository
public class CureRepository {

	private final JdbcClient jdbc;

	CureRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public void add(CaseNumber number, String missing, LocalDate until, UserId by, Instant at) {
		Columns.set("complaint_number", number)
			.and("missing", missing)
			.and("until", until)
			.and("requested_by", by)
			.and("requested_at", at)
			.insertInto("complaint_cure", this.jdbc)
			.update();
	}

	/**
	 * What was asked last has come.
	 * @return whether anything was open
	 */
	public boolean complete(CaseNumber number, String completion, Instant at) {
		return this.jdbc
			.sql("UPDATE complaint_cure SET completion = ?, completed_at = ? "
					+ "WHERE complaint_number = ? AND completed_at IS NULL")
			.params(Stored.values(completion, at, number))
			.update() == 1;
	}

	/** All of a complaint, in order. */
	public List<CureRequest> list(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_cure WHERE complaint_number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new CureRequest(row.text("missing"), row.day("until"), row.instant("requested_at"),
					row.text("completion"), row.instant("completed_at"))))
			.list();
	}

}
