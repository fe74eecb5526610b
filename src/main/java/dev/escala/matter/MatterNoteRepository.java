package dev.escala.matter;

import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notes of matters; only ever added. */
@Repository
class MatterNoteRepository {

	private final JdbcClient jdbc;

	MatterNoteRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseNumber number, MatterNote note) {
		Columns.set("case_number", number)
			.and("kind", note.kind())
			.and("text", note.text())
			.and("author", note.author())
			.and("written_at", note.writtenAt())
			.insertInto("case_note", this.jdbc)
			.update();
	}

	List<MatterNote> notes(CaseNumber number) {
		return this.jdbc.sql("SELECT kind, text, author, written_at FROM case_note WHERE case_number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as((row) -> new MatterNote(row.constant("kind", MatterNote.Kind.class), row.text("text"),
					row.userId("author"), row.instant("written_at"))))
			.list();
	}

}
