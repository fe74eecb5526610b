package dev.escala.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
		return notes(Set.of(number)).getOrDefault(number, List.of());
	}

	Map<CaseNumber, List<MatterNote>> notes(Set<CaseNumber> numbers) {
		Map<CaseNumber, List<MatterNote>> notes = new HashMap<>();
		this.jdbc.sql(
				"SELECT case_number, kind, text, author, written_at FROM case_note WHERE case_number = ANY (?) ORDER BY id")
			.param(numbers.stream().map(CaseNumber::value).toArray(String[]::new))
			.query(Row.as((row) -> Map.entry(row.caseNumber("case_number"),
					new MatterNote(row.constant("kind", MatterNote.Kind.class), row.text("text"), row.userId("author"),
							row.instant("written_at")))))
			.list()
			.forEach((entry) -> notes.computeIfAbsent(entry.getKey(), (number) -> new ArrayList<>())
				.add(entry.getValue()));
		return notes;
	}

}
