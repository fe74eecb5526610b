package dev.escala.complaint.hold;

import java.time.Instant;
import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Holds in the table {@code complaint_hold}. */
@Repository
class HoldRepository {

	private final JdbcClient jdbc;

	HoldRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long place(CaseNumber number, DueHold due, Instant at) {
		return Columns.set("complaint_number", number)
			.and("kind", due.kind())
			.and("until", due.until())
			.and("norm", due.norm())
			.and("because", due.because())
			.and("placed_at", at)
			.insertInto("complaint_hold", "RETURNING id", this.jdbc)
			.query(Long.class)
			.single();
	}

	/** It goes on, for another reason. */
	void goesOn(long id, DueHold due) {
		Columns.set("until", due.until())
			.and("norm", due.norm())
			.and("because", due.because())
			.update("complaint_hold", "id", id, this.jdbc);
	}

	void release(long id, HoldRelease why, String note, UserId by, Instant at) {
		Columns.set("release", why)
			.and("note", note)
			.and("released_by", by)
			.and("released_at", at)
			.update("complaint_hold", "id", id, this.jdbc);
	}

	/** All of a complaint, in order. */
	List<Hold> list(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_hold WHERE complaint_number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new Hold(row.longNumber("id"), row.constant("kind", HoldKind.class),
					row.constant("until", HoldUntil.class), row.text("norm"), row.text("because"),
					row.instant("placed_at"), row.instant("released_at"), row.userId("released_by"),
					row.constant("release", HoldRelease.class), row.text("note"))))
			.list();
	}

}
