package dev.escala.heard;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.database.SortColumns;
import dev.escala.reference.UserId;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes about the market in the table {@code heard_note}. */
@Repository
class HeardNoteRepository {

	static final SortColumns SORT = SortColumns.by("recordedAt", "recorded_at").and("author", "author");

	private final JdbcClient jdbc;

	private final SearchRepository search;

	HeardNoteRepository(JdbcClient jdbc, SearchRepository search) {
		this.jdbc = jdbc;
		this.search = search;
	}

	/**
	 * Keeps a note.
	 * @return its id
	 */
	long add(Hearsay heard, UserId author, Instant now) {
		return Columns.set("text", heard.text())
			.and("customer", heard.customer())
			.and("about", heard.about())
			.and("place", heard.place())
			.and("author", author)
			.and("recorded_at", now)
			.insertInto("heard_note", "RETURNING id", this.jdbc)
			.query(Long.class)
			.single();
	}

	/**
	 * A page of the notes.
	 * @param text words that each must have, or {@code null} for all
	 */
	Page<HeardNote> page(String text, PageRequest part) {
		Conditions conditions = new Conditions();
		if (text != null) {
			this.search.search(conditions, text, null, "search LIKE ?", null);
		}
		long total = this.jdbc.sql("SELECT count(*) FROM heard_note" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		List<HeardNote> notes = this.jdbc
			.sql("SELECT * FROM heard_note" + conditions.where() + " ORDER BY " + SORT.clause(part.sort())
					+ ", id DESC LIMIT ? OFFSET ?")
			.params(conditions.values(part.size(), part.offset()))
			.query(Row.as(HeardNoteRepository::note))
			.list();
		return new Page<>(notes, part.page(), part.size(), total);
	}

	private static HeardNote note(Row row) throws SQLException {
		return new HeardNote(row.longNumber("id"), row.text("text"), row.text("customer"), row.text("about"),
				row.text("place"), row.userId("author"), row.instant("recorded_at"));
	}

}
