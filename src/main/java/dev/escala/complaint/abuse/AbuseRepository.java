package dev.escala.complaint.abuse;

import java.time.Instant;
import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Abuse of staff, in the table {@code complaint_abuse}. */
@Repository
class AbuseRepository {

	private final JdbcClient jdbc;

	AbuseRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseNumber number, AbuseKind kind, String what, UserId person, String groupId, UserId by, Instant now) {
		Columns.set("matter_number", number)
			.and("kind", kind)
			.and("what", what)
			.and("person_id", person)
			.and("group_id", groupId)
			.and("reported_by", by)
			.and("reported_at", now)
			.insertInto("complaint_abuse", this.jdbc)
			.update();
	}

	/** All of a matter, oldest first. */
	List<AbuseReport> of(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_abuse WHERE matter_number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new AbuseReport(row.longNumber("id"), row.caseNumber("matter_number"),
					row.constant("kind", AbuseKind.class), row.text("what"), row.userId("person_id"),
					row.text("group_id"), row.userId("reported_by"), row.instant("reported_at"))))
			.list();
	}

}
