package dev.escala.servicenow;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.UserId;
import dev.escala.servicenow.ImportRun.Incidents;
import dev.escala.servicenow.ImportRun.Rejection;
import dev.escala.servicenow.ImportRun.Rows;
import dev.escala.servicenow.ImportRun.Status;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports in the database, where every node sees how far they have come. */
@Repository
class ImportRunRepository {

	/** A node that works shows a sign of life far more often. */
	static final Duration SILENCE = Duration.ofMinutes(5);

	private static final TypeReference<Map<String, Long>> BY_REASON = new TypeReference<>() {
	};

	private static final TypeReference<List<Rejection>> REJECTIONS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	ImportRunRepository(JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	long create(String kind, String fileName, UserId startedBy) {
		return this.jdbc
			.sql("INSERT INTO import_run (kind, file_name, started_by, status, started_at, updated_at)"
					+ " VALUES (:kind, :file, :by, 'RUNNING', :now, :now) RETURNING id")
			.param("kind", kind)
			.param("file", fileName)
			.param("by", startedBy.value())
			.param("now", now())
			.query(Long.class)
			.single();
	}

	/** Writes what was counted so far; another status than running ends the import. */
	void save(long id, Status status, ImportCounts counts) {
		Rows rows = counts.rowCounts();
		Incidents incidents = counts.incidentCounts();
		this.jdbc.sql("""
				UPDATE import_run SET status = :status, updated_at = :now, finished_at = :finished,
				  rows_total = :rows, rows_used = :used, rows_rejected = :rowsRejected, incidents_total = :incidents,
				  created_started = :started, created_closed = :closed, known = :known,
				  not_escalated = :notEscalated::jsonb, incidents_rejected = :rejected, rejections = :rejections::jsonb
				WHERE id = :id
				""")
			.param("status", status.name())
			.param("now", now())
			.param("finished", (status == Status.RUNNING) ? null : now())
			.param("rows", rows.total())
			.param("used", rows.used())
			.param("rowsRejected", rows.rejected())
			.param("incidents", incidents.total())
			.param("started", incidents.started())
			.param("closed", incidents.closed())
			.param("known", incidents.known())
			.param("notEscalated", write(incidents.notEscalatedByReason()))
			.param("rejected", incidents.rejected())
			.param("rejections", write(counts.rejections()))
			.param("id", id)
			.update();
	}

	/** Says that these imports are alive, also while they wait or take long. */
	void touch(Collection<Long> ids) {
		if (!ids.isEmpty()) {
			this.jdbc.sql("UPDATE import_run SET updated_at = :now WHERE id IN (:ids) AND status = 'RUNNING'")
				.param("now", now())
				.param("ids", ids)
				.update();
		}
	}

	Optional<ImportRun> find(long id) {
		Instant silent = silent();
		return this.jdbc.sql("SELECT * FROM import_run WHERE id = ?")
			.param(id)
			.query(Row.as((row) -> map(row, silent, read(row.text("rejections"), REJECTIONS))))
			.optional();
	}

	/** A page of the imports, without what was rejected. */
	Page<ImportRun> page(PageRequest page) {
		Instant silent = silent();
		List<ImportRun> runs = this.jdbc.sql("SELECT * FROM import_run ORDER BY id DESC LIMIT ? OFFSET ?")
			.params(page.size(), page.offset())
			.query(Row.as((row) -> map(row, silent, null)))
			.list();
		return new Page<>(runs, page.page(), page.size(),
				this.jdbc.sql("SELECT count(*) FROM import_run").query(Long.class).single());
	}

	private ImportRun map(Row row, Instant silent, List<Rejection> rejections) throws SQLException {
		Map<String, Long> byReason = read(row.text("not_escalated"), BY_REASON);
		long started = row.longNumber("created_started");
		long closed = row.longNumber("created_closed");
		Instant updated = row.instant("updated_at");
		Status stored = row.constant("status", Status.class);
		Status status = (stored == Status.RUNNING && updated.isBefore(silent)) ? Status.INTERRUPTED : stored;
		return new ImportRun(row.longNumber("id"), row.text("kind"), row.text("file_name"), row.userId("started_by"),
				status, row.instant("started_at"), updated, row.instant("finished_at"),
				new Rows(row.longNumber("rows_total"), row.longNumber("rows_used"), row.longNumber("rows_rejected")),
				new Incidents(row.longNumber("incidents_total"), started + closed, started, closed,
						row.longNumber("known"), byReason.values().stream().mapToLong(Long::longValue).sum(), byReason,
						row.longNumber("incidents_rejected")),
				rejections);
	}

	private Instant silent() {
		return this.clock.instant().minus(SILENCE);
	}

	private Object now() {
		return Stored.value(this.clock.instant());
	}

	private String write(Object value) {
		try {
			return this.json.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("An import cannot be recorded: " + value, ex);
		}
	}

	private <T> T read(String text, TypeReference<T> type) {
		try {
			return this.json.readValue(text, type);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A recorded import cannot be read: " + text, ex);
		}
	}

}
