package dev.escala.lessons;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.SortColumns;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lessons in the table {@code lesson}. */
@Repository
class LessonRepository {

	static final SortColumns SORT = SortColumns.by("recordedAt", "recorded_at")
		.and("caseNumber", "case_number")
		.and("author", "author");

	private static final String SELECT = "SELECT id, case_number, text, author, recorded_at FROM lesson ";

	private final JdbcClient jdbc;

	LessonRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a lesson.
	 * @param folded its text as it is searched
	 * @return whether it was new: the same words are kept once for a case
	 */
	boolean add(CaseNumber caseNumber, String text, String folded, UserId author, Instant now) {
		return Columns.set("case_number", caseNumber)
			.and("text", text)
			.and("folded", folded)
			.and("author", author)
			.and("recorded_at", now)
			.insertInto("lesson", "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

	/** The lessons of a case, oldest first. */
	List<Lesson> lessons(CaseNumber caseNumber) {
		return this.jdbc.sql(SELECT + "WHERE case_number = ? ORDER BY id")
			.param(caseNumber.value())
			.query(Row.as(LessonRepository::lesson))
			.list();
	}

	/**
	 * A page of the lessons that fit every pattern.
	 * @param patterns for LIKE, with an exclamation mark as its escape
	 */
	Page<Lesson> page(String[] patterns, PageRequest part) {
		// NOT EXISTS rather than LIKE ALL: the latter knows no ESCAPE of its own.
		String where = "WHERE NOT EXISTS (SELECT 1 FROM unnest(?::text[]) AS word "
				+ "WHERE folded NOT LIKE word ESCAPE '!') ";
		long total = this.jdbc.sql("SELECT count(*) FROM lesson " + where).param(patterns).query(Long.class).single();
		List<Lesson> lessons = this.jdbc
			.sql(SELECT + where + "ORDER BY " + SORT.clause(part.sort()) + ", id DESC LIMIT ? OFFSET ?")
			.param(patterns)
			.param(part.size())
			.param(part.offset())
			.query(Row.as(LessonRepository::lesson))
			.list();
		return new Page<>(lessons, part.page(), part.size(), total);
	}

	private static Lesson lesson(Row row) throws SQLException {
		return new Lesson(row.longNumber("id"), row.caseNumber("case_number"), row.text("text"), row.userId("author"),
				row.instant("recorded_at"));
	}

}
