package dev.escala.matter;

import java.sql.Timestamp;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notes of matters; only ever added. */
@Repository
class MatterNoteRepository {

	private final JdbcClient jdbc;

	MatterNoteRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(String number, MatterNote note) {
		this.jdbc.sql("INSERT INTO case_note (case_number, kind, text, author, written_at) VALUES (?, ?, ?, ?, ?)")
			.params(number, note.kind().name(), note.text(), note.author(), Timestamp.from(note.writtenAt()))
			.update();
	}

	List<MatterNote> of(String number) {
		return this.jdbc.sql("SELECT kind, text, author, written_at FROM case_note WHERE case_number = ? ORDER BY id")
			.param(number)
			.query((row, n) -> new MatterNote(MatterNote.Kind.valueOf(row.getString("kind")), row.getString("text"),
					row.getString("author"), row.getTimestamp("written_at").toInstant()))
			.list();
	}

}
