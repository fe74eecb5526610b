package dev.escala.pursuit.taken;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.pursuit.taken.SaleImport.Counts;
import dev.escala.pursuit.taken.SaleImport.Outcome;
import dev.escala.pursuit.taken.SaleImport.Status;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports and what they told, in {@code sale_import} and {@code sale_import_note}. */
@Repository
public class SaleImportRepository {

	private static final String NOTES = "SELECT * FROM sale_import_note WHERE import_id = ? ORDER BY id";

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	SaleImportRepository(JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	long create(String fileName, UserId by, Choices choices) {
		return this.jdbc
			.sql("INSERT INTO sale_import (file_name, started_by, status, choices, created_at, updated_at)"
					+ " VALUES (?, ?, 'UPLOADED', ?::jsonb, ?, ?) RETURNING id")
			.params(Stored.values(fileName, by, write(choices), now(), now()))
			.query(Long.class)
			.single();
	}

	void remove(long id) {
		this.jdbc.sql("DELETE FROM sale_import WHERE id = ?").param(id).update();
	}

	Optional<SaleImport> find(long id) {
		return this.jdbc.sql("SELECT * FROM sale_import WHERE id = ?").param(id).query(Row.as(this::read)).optional();
	}

	List<SaleImport> latest(int count) {
		return this.jdbc.sql("SELECT * FROM sale_import ORDER BY id DESC LIMIT ?")
			.param(count)
			.query(Row.as(this::read))
			.list();
	}

	/**
	 * What it is, by these choices; of one that is confirmed nothing changes any more.
	 */
	boolean preview(long id, Choices choices, ImportPreview preview) {
		return this.jdbc
			.sql("UPDATE sale_import SET choices = ?::jsonb, preview = ?::jsonb, updated_at = ?"
					+ " WHERE id = ? AND status = 'UPLOADED'")
			.params(Stored.values(write(choices), write(preview), now(), id))
			.update() == 1;
	}

	/** It is to be taken, if it was not before. */
	boolean confirm(long id) {
		return status(id, Status.UPLOADED, Status.RUNNING, null);
	}

	/** It has come to its end, once. */
	boolean end(long id, Status status) {
		return status(id, Status.RUNNING, status, now());
	}

	private boolean status(long id, Status from, Status to, Instant finishedAt) {
		return this.jdbc
			.sql("UPDATE sale_import SET status = ?, updated_at = ?, finished_at = ?, held_until = NULL"
					+ " WHERE id = ? AND status = ?")
			.params(Stored.values(to, now(), finishedAt, id, from))
			.update() == 1;
	}

	/**
	 * Takes the oldest one on that no other node works at, for two minutes: a node that
	 * dies loses no more than them.
	 */
	Optional<SaleImport> hold() {
		return this.jdbc.sql("""
				UPDATE sale_import SET held_until = clock_timestamp() + interval '2 minutes' WHERE id = (
				  SELECT id FROM sale_import
				  WHERE status = 'RUNNING' AND (held_until IS NULL OR held_until < clock_timestamp())
				  ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
				RETURNING *""").query(Row.as(this::read)).optional();
	}

	/** Another node may go on. */
	void release(long id) {
		this.jdbc.sql("UPDATE sale_import SET held_until = NULL WHERE id = ?").param(id).update();
	}

	/**
	 * Comes to a line, whose transaction this is: nobody else gets there, nor does this
	 * one again once it is committed.
	 * @return whether that line is still to be dealt with
	 */
	public boolean reach(long id, long line) {
		return this.jdbc
			.sql("UPDATE sale_import SET at_line = ?, updated_at = ?,"
					+ " held_until = clock_timestamp() + interval '2 minutes'"
					+ " WHERE id = ? AND status = 'RUNNING' AND at_line < ?")
			.params(Stored.values(line, now(), id, line))
			.update() == 1;
	}

	/** Counts a row. */
	public void count(long id, Outcome outcome) {
		String column = switch (outcome) {
			case FRESH -> "fresh";
			case CHANGED -> "changed";
			case SAME -> "same";
			case DOUBLED -> "doubled";
			case REFUSED -> "refused";
		};
		this.jdbc.sql("UPDATE sale_import SET " + column + " = " + column + " + 1 WHERE id = ?").param(id).update();
	}

	public void note(long id, ImportNote note) {
		this.jdbc
			.sql("INSERT INTO sale_import_note (import_id, line, kind, who, reason, number) VALUES (?, ?, ?, ?, ?, ?)")
			.params(Stored.values(id, note.line(), note.kind(), note.who(), note.reason(), note.number()))
			.update();
	}

	List<ImportNote> notes(long id, long offset, int count) {
		return this.jdbc.sql(NOTES + " LIMIT ? OFFSET ?").params(id, count, offset).query(Row.as(this::note)).list();
	}

	long notes(long id) {
		return this.jdbc.sql("SELECT count(*) FROM sale_import_note WHERE import_id = ?")
			.param(id)
			.query(Long.class)
			.single();
	}

	/** All of them, one at a time. */
	void eachNote(long id, Consumer<ImportNote> reader) {
		long after = 0;
		List<ImportNote> part;
		do {
			part = notes(id, after, 500);
			part.forEach(reader);
			after += part.size();
		}
		while (!part.isEmpty());
	}

	/** Which of these marks the file has shown before. */
	public Set<String> seen(long id, Collection<String> marks) {
		return new HashSet<>(this.jdbc.sql("SELECT mark FROM sale_import_seen WHERE import_id = ? AND mark = ANY(?)")
			.params(id, marks.toArray(String[]::new))
			.query(String.class)
			.list());
	}

	/** The file has shown these. */
	public void see(long id, Collection<String> marks) {
		this.jdbc
			.sql("INSERT INTO sale_import_seen (import_id, mark) SELECT ?, mark FROM unnest(?::text[]) mark"
					+ " ON CONFLICT DO NOTHING")
			.params(id, marks.toArray(String[]::new))
			.update();
	}

	/** Another look begins. */
	public void forgetSeen(long id) {
		this.jdbc.sql("DELETE FROM sale_import_seen WHERE import_id = ?").param(id).update();
	}

	/** Removes those that nobody confirmed and those that ended long ago. */
	int forget(Instant unconfirmed, Instant ended) {
		return this.jdbc
			.sql("DELETE FROM sale_import WHERE status = 'UPLOADED' AND created_at < ?"
					+ " OR status IN ('DONE', 'FAILED') AND finished_at < ?")
			.params(Stored.values(unconfirmed, ended))
			.update();
	}

	private ImportNote note(Row row) throws SQLException {
		return new ImportNote(row.longNumber("line"), row.constant("kind", ImportNote.Kind.class), row.text("who"),
				row.text("reason"), row.caseNumber("number"));
	}

	private SaleImport read(Row row) throws SQLException {
		return new SaleImport(row.longNumber("id"), row.text("file_name"), row.userId("started_by"),
				row.constant("status", Status.class), read(row.text("choices"), Choices.class),
				read(row.text("preview"), ImportPreview.class), row.longNumber("at_line"),
				new Counts(row.longNumber("fresh"), row.longNumber("changed"), row.longNumber("same"),
						row.longNumber("doubled"), row.longNumber("refused")),
				row.instant("created_at"), row.instant("updated_at"), row.instant("finished_at"));
	}

	private Instant now() {
		return this.clock.instant();
	}

	private <T> T read(String text, Class<T> type) {
		try {
			return (text == null) ? null : this.json.readValue(text, type);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A kept import cannot be read: " + text, ex);
		}
	}

	private String write(Object value) {
		try {
			return this.json.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
