package dev.escala.complaint.paper;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Printed answers in the table {@code complaint_answer_sheet}, oldest first. */
@Repository
class AnswerSheetRepository {

	private final JdbcClient jdbc;

	AnswerSheetRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseNumber number, long letterId, Locale language, byte[] pdf, byte[] digest, Instant now) {
		Columns.set("case_number", number)
			.and("letter_id", letterId)
			.and("language", language.getLanguage())
			.and("pdf", pdf)
			.and("digest", digest)
			.and("made_at", now)
			.insertInto("complaint_answer_sheet", this.jdbc)
			.update();
	}

	/** What was printed last. */
	Optional<AnswerSheet> last(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_answer_sheet WHERE case_number = ? ORDER BY id DESC LIMIT 1")
			.param(number.value())
			.query(Row.as(AnswerSheetRepository::sheet))
			.optional();
	}

	List<AnswerSheet> list(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_answer_sheet WHERE case_number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as(AnswerSheetRepository::sheet))
			.list();
	}

	private static AnswerSheet sheet(Row row) throws SQLException {
		return new AnswerSheet(row.caseNumber("case_number"), row.longNumber("letter_id"),
				Locale.forLanguageTag(row.text("language")), row.bytes("pdf"),
				HexFormat.of().formatHex(row.bytes("digest")), row.instant("made_at"));
	}

}
