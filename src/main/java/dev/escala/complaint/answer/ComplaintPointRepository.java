package dev.escala.complaint.answer;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code complaint_point}. */
@Repository
class ComplaintPointRepository {

	private final JdbcClient jdbc;

	ComplaintPointRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds an open point behind the others. */
	long add(CaseNumber number, String words) {
		return this.jdbc.sql("""
				INSERT INTO complaint_point (matter_number, position, words)
				SELECT ?, coalesce(max(position), 0) + 1, ? FROM complaint_point WHERE matter_number = ? RETURNING id
				""").params(number.value(), words, number.value()).query(Long.class).single();
	}

	/** As they were decided last, in their order; see {@link DecisionRounds#points}. */
	List<ComplaintPoint> points(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_point WHERE matter_number = ? ORDER BY position")
			.param(number.value())
			.query(Row.as(ComplaintPointRepository::point))
			.list();
	}

	/** Other words: whatever was decided was decided of the former ones. */
	void reword(ComplaintPoint point, String words, UserId by) {
		change(point, words, null, by, null);
	}

	void decide(ComplaintPoint point, PointDecision decision, UserId by, Instant when) {
		change(point, point.words(), decision, by, when);
	}

	private void change(ComplaintPoint point, String words, PointDecision decision, UserId by, Instant when) {
		Columns.set("words", words)
			.and("ruling", (decision == null) ? null : decision.ruling())
			.and("reason", (decision == null) ? null : decision.reason())
			.and("norm", (decision == null) ? null : decision.norm())
			.and("decided_by", (decision == null) ? null : by)
			.and("changed_by", by)
			.and("decided_at", when)
			.and("version", point.version() + 1)
			.update("complaint_point", "id", point.id(), this.jdbc);
	}

	/** Takes a point away; those behind it move up. */
	void remove(CaseNumber number, ComplaintPoint point) {
		this.jdbc.sql("DELETE FROM complaint_point WHERE id = ?").param(point.id()).update();
		points(number).stream()
			.filter((other) -> other.position() > point.position())
			.forEach((other) -> Columns.set("position", other.position() - 1)
				.update("complaint_point", "id", other.id(), this.jdbc));
	}

	private static ComplaintPoint point(Row row) throws SQLException {
		return new ComplaintPoint(row.longNumber("id"), row.number("position"), row.text("words"),
				row.constant("ruling", PointRuling.class), row.text("reason"), row.text("norm"),
				row.userId("decided_by"), row.instant("decided_at"), row.number("version"), row.userId("changed_by"),
				null);
	}

}
