package dev.escala.lessons;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
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

	private static final String SELECT = "SELECT id, case_number, text, author, recorded_at FROM lesson";

	private final JdbcClient jdbc;

	private final SearchRepository search;

	LessonRepository(JdbcClient jdbc, SearchRepository search) {
		this.jdbc = jdbc;
		this.search = search;
	}

	/**
	 * Adds a lesson.
	 * @return whether it was new: the same words are kept once for a case
	 */
	boolean add(CaseNumber caseNumber, String text, UserId author, Instant now) {
		return Columns.set("case_number", caseNumber)
			.and("text", text)
			.and("author", author)
			.and("recorded_at", now)
			.insertInto("lesson", "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

	/** The lessons of a case, oldest first. */
	List<Lesson> lessons(CaseNumber caseNumber) {
		return this.jdbc.sql(SELECT + " WHERE case_number = ? ORDER BY id")
			.param(caseNumber.value())
			.query(Row.as(LessonRepository::lesson))
			.list();
	}

	/**
	 * A page of the lessons.
	 * @param text words that each must have, or {@code null} for all lessons
	 */
	Page<Lesson> page(String text, PageRequest part) {
		Conditions conditions = new Conditions();
		if (text != null) {
			this.search.search(conditions, text, null, "search LIKE ?", null);
		}
		long total = this.jdbc.sql("SELECT count(*) FROM lesson" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		List<Lesson> lessons = this.jdbc
			.sql(SELECT + conditions.where() + " ORDER BY " + SORT.clause(part.sort()) + ", id DESC LIMIT ? OFFSET ?")
			.params(conditions.values(part.size(), part.offset()))
			.query(Row.as(LessonRepository::lesson))
			.list();
		return new Page<>(lessons, part.page(), part.size(), total);
	}

	private static Lesson lesson(Row row) throws SQLException {
		return new Lesson(row.longNumber("id"), row.caseNumber("case_number"), row.text("text"), row.userId("author"),
				row.instant("recorded_at"));
	}

}
