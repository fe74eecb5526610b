package dev.escala.purchase;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.purchase.PurchaseImport.Counts;
import dev.escala.purchase.PurchaseImport.Status;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of purchases in the database, where every node finds them. */
@Repository
class PurchaseImportRepository {

	private static final int PART = 1 << 20;

	private static final int SHOWN = 30;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	PurchaseImportRepository(JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	long create(String fileName, List<String> header, PurchaseMapping mapping, Status status, UserId by) {
		Object now = Stored.value(this.clock.instant());
		return this.jdbc
			.sql("INSERT INTO purchase_import (file_name, header, mapping, status, sent_by, sent_at, alive_at)"
					+ " VALUES (?, ?, ?::jsonb, ?, ?, ?, ?) RETURNING id")
			.params(fileName, header.toArray(String[]::new), write(mapping), status.name(), by.value(), now, now)
			.query(Long.class)
			.single();
	}

	/** Keeps the file in pieces, none of which is large. */
	void keep(long id, InputStream content) throws IOException {
		byte[] piece = content.readNBytes(PART);
		for (int part = 0; piece.length > 0; part++) {
			this.jdbc.sql("INSERT INTO purchase_import_part (import_id, part, content) VALUES (?, ?, ?)")
				.params(id, part, piece)
				.update();
			piece = content.readNBytes(PART);
		}
	}

	/** Says what a file that was kept turned out to hold. */
	void understood(long id, List<String> header, PurchaseMapping mapping) {
		this.jdbc.sql("UPDATE purchase_import SET header = ?, mapping = ?::jsonb WHERE id = ?")
			.params(header.toArray(String[]::new), write(mapping), id)
			.update();
	}

	/** The file from its start, piece by piece. */
	InputStream content(long id) {
		return new SequenceInputStream(new Enumeration<>() {

			private int part;

			private byte[] next = piece(id, 0);

			@Override
			public boolean hasMoreElements() {
				return this.next != null;
			}

			@Override
			public InputStream nextElement() {
				InputStream content = new ByteArrayInputStream(this.next);
				this.part++;
				this.next = piece(id, this.part);
				return content;
			}

		});
	}

	private byte[] piece(long id, int part) {
		return this.jdbc.sql("SELECT content FROM purchase_import_part WHERE import_id = ? AND part = ?")
			.params(id, part)
			.query((row, n) -> row.getBytes(1))
			.optional()
			.orElse(null);
	}

	Optional<PurchaseImport> find(long id) {
		return this.jdbc.sql("SELECT * FROM purchase_import WHERE id = ?")
			.param(id)
			.query(Row.as(this::read))
			.optional();
	}

	List<PurchaseImport> latest() {
		return this.jdbc.sql("SELECT * FROM purchase_import ORDER BY id DESC LIMIT ?")
			.param(SHOWN)
			.query(Row.as(this::read))
			.list();
	}

	private PurchaseImport read(Row row) throws SQLException {
		return new PurchaseImport(row.longNumber("id"), row.text("file_name"), row.texts("header"),
				mapping(row.text("mapping")), row.constant("status", Status.class),
				new Counts(row.longNumber("total"), row.longNumber("taken"), row.longNumber("known"),
						row.longNumber("apart"), row.longNumber("refused")),
				row.number("created_customers"), row.flag("read_all"), row.userId("sent_by"), row.instant("sent_at"),
				row.instant("ended_at"));
	}

	/** Begins it, or goes on after a failure; a second click finds it begun. */
	boolean begin(long id, PurchaseMapping mapping) {
		return this.jdbc
			.sql("UPDATE purchase_import SET status = 'RUNNING', alive_at = ?,"
					+ " mapping = CASE WHEN status = 'PREVIEW' THEN ?::jsonb ELSE mapping END"
					+ " WHERE id = ? AND status IN ('PREVIEW', 'FAILED')")
			.params(Stored.value(this.clock.instant()), write(mapping), id)
			.update() == 1;
	}

	void choose(long id, PurchaseMapping mapping) {
		this.jdbc.sql("UPDATE purchase_import SET mapping = ?::jsonb WHERE id = ? AND status = 'PREVIEW'")
			.params(write(mapping), id)
			.update();
	}

	/** How far the file was read, and nobody else reads it until the transaction ends. */
	Optional<Progress> lock(long id) {
		return this.jdbc
			.sql("SELECT read_to, read_all FROM purchase_import WHERE id = ? AND status = 'RUNNING' FOR UPDATE")
			.param(id)
			.query(Row.as((row) -> new Progress(row.longNumber("read_to"), row.flag("read_all"))))
			.optional();
	}

	void progress(long id, long readTo, boolean all) {
		this.jdbc.sql("UPDATE purchase_import SET read_to = ?, read_all = ?, alive_at = ? WHERE id = ?")
			.params(readTo, all, Stored.value(this.clock.instant()), id)
			.update();
	}

	void took(long id, int createdCustomers) {
		this.jdbc.sql("UPDATE purchase_import SET created_customers = created_customers + ?, alive_at = ? WHERE id = ?")
			.params(createdCustomers, Stored.value(this.clock.instant()), id)
			.update();
	}

	/** Ends it with its counts; the file is needed no longer. */
	void done(long id, Counts counts) {
		Object now = Stored.value(this.clock.instant());
		this.jdbc
			.sql("UPDATE purchase_import SET status = 'DONE', total = ?, taken = ?, known = ?, apart = ?, refused = ?,"
					+ " ended_at = ?, alive_at = ? WHERE id = ?")
			.params(counts.total(), counts.taken(), counts.known(), counts.apart(), counts.refused(), now, now, id)
			.update();
		this.jdbc.sql("DELETE FROM purchase_import_part WHERE import_id = ?").param(id).update();
	}

	void failed(long id) {
		this.jdbc.sql("UPDATE purchase_import SET status = 'FAILED' WHERE id = ? AND status = 'RUNNING'")
			.param(id)
			.update();
	}

	void delete(long id) {
		this.jdbc.sql("DELETE FROM purchase_import WHERE id = ?").param(id).update();
	}

	/** Takes over those whose node has shown no sign of life for a while. */
	List<Long> abandoned(Duration silence) {
		return this.jdbc
			.sql("UPDATE purchase_import SET alive_at = ? WHERE status = 'RUNNING' AND alive_at < ? RETURNING id")
			.params(Stored.values(this.clock.instant(), this.clock.instant().minus(silence)))
			.query(Long.class)
			.list();
	}

	/** Files nobody began within 30 days, and what is said of imports after a year. */
	void forgetOld() {
		this.jdbc
			.sql("DELETE FROM purchase_import WHERE (status IN ('PREVIEW', 'FAILED') AND sent_at < ?) OR sent_at < ?")
			.params(Stored.values(this.clock.instant().minus(Duration.ofDays(30)),
					this.clock.instant().minus(Duration.ofDays(365))))
			.update();
	}

	Optional<PurchaseMapping> mapping(List<String> header) {
		return this.jdbc.sql("SELECT mapping FROM purchase_mapping WHERE header = ?::text[]")
			.param(header.toArray(String[]::new))
			.query(Row.as((row) -> mapping(row.text("mapping"))))
			.optional();
	}

	/** Offered again with the same header. */
	void remember(List<String> header, PurchaseMapping mapping, UserId by) {
		this.jdbc
			.sql("INSERT INTO purchase_mapping (header, mapping, saved_by, saved_at) VALUES (?, ?::jsonb, ?, ?)"
					+ " ON CONFLICT (header) DO UPDATE SET mapping = excluded.mapping, saved_by = excluded.saved_by,"
					+ " saved_at = excluded.saved_at")
			.params(header.toArray(String[]::new), write(mapping), by.value(), Stored.value(this.clock.instant()))
			.update();
	}

	private String write(PurchaseMapping mapping) {
		try {
			return this.json.writeValueAsString((mapping == null) ? Map.of() : mapping);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A mapping cannot be kept", ex);
		}
	}

	private PurchaseMapping mapping(String text) {
		try {
			return text.equals("{}") ? null : this.json.readValue(text, PurchaseMapping.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A kept mapping cannot be read: " + text, ex);
		}
	}

	/**
	 * How far a file was read.
	 *
	 * @param readTo the last line that was read
	 * @param readAll whether it was the last of all
	 */
	record Progress(long readTo, boolean readAll) {
	}

}
