package dev.escala.modelgate.replay;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.replay.ReplayRun.Status;
import dev.escala.reference.UserId;
import dev.escala.routing.DecisionExtent;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Replays in the database, where every node goes on with them and sees how far they are.
 */
@Repository
class ReplayRepository {

	private static final String COLUMNS = "SELECT id, file_name, decisions, started_by, started_at, finished_at, "
			+ "status, problem, first_record, last_record, decided_from, decided_until, position, total, done, "
			+ "differing FROM replay_run ";

	private final JdbcClient jdbc;

	ReplayRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long add(ModelFile file, Collection<String> decisions, DecisionExtent extent, UserId by, Instant now) {
		return this.jdbc.sql("""
				INSERT INTO replay_run (file_name, content, decisions, started_by, started_at, updated_at, status,
				  first_record, last_record, decided_from, decided_until, position, total)
				VALUES (?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, 0, ?) RETURNING id
				""")
			.params(Stored.values(file.shortName(), file.content(), Stored.texts(decisions), by, now, now,
					extent.first(), extent.last(), extent.from(), extent.until(), extent.count()))
			.query(Long.class)
			.single();
	}

	Optional<ReplayRun> find(long id) {
		return this.jdbc.sql(COLUMNS + "WHERE id = ?").param(id).query(Row.as(ReplayRepository::run)).optional();
	}

	List<ReplayRun> latest(int count) {
		return this.jdbc.sql(COLUMNS + "ORDER BY id DESC LIMIT ?")
			.param(count)
			.query(Row.as(ReplayRepository::run))
			.list();
	}

	long running() {
		return this.jdbc.sql("SELECT count(*) FROM replay_run WHERE status = 'RUNNING'").query(Long.class).single();
	}

	/** One that goes on, kept from other nodes until the transaction ends. */
	Optional<ReplayRun> take() {
		return this.jdbc
			.sql(COLUMNS + "WHERE status = 'RUNNING' ORDER BY updated_at, id LIMIT 1 FOR UPDATE SKIP LOCKED")
			.query(Row.as(ReplayRepository::run))
			.optional();
	}

	ModelFile file(ReplayRun run) {
		return this.jdbc.sql("SELECT content FROM replay_run WHERE id = ?")
			.param(run.id())
			.query(Row.as((row) -> new ModelFile(run.fileName(), row.bytes("content"))))
			.single();
	}

	void advance(long id, long position, int done, List<ReplayDifference> differences, Instant now) {
		differences.forEach((one) -> this.jdbc.sql("""
				INSERT INTO replay_difference (run_id, record_id, case_number, decided_at, decision, inputs, before,
				  after, follow_up) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(Stored.values(id, one.recordId(), one.number(), one.decidedAt(), one.table(), one.inputs(),
					one.before(), one.after(), one.followUp()))
			.update());
		this.jdbc
			.sql("UPDATE replay_run SET position = ?, done = done + ?, differing = differing + ?, updated_at = ? "
					+ "WHERE id = ?")
			.params(Stored.values(position, done, differences.size(), now, id))
			.update();
	}

	void end(long id, Status status, String problem, Instant now) {
		this.jdbc
			.sql("UPDATE replay_run SET status = ?, problem = ?, finished_at = ?, updated_at = ? "
					+ "WHERE id = ? AND status = 'RUNNING'")
			.params(Stored.values(status, problem, now, now, id))
			.update();
	}

	List<FollowUp> followUps(long id, int count) {
		return this.jdbc.sql("""
				SELECT follow_up, count(DISTINCT case_number) AS cases FROM replay_difference WHERE run_id = ?
				GROUP BY follow_up ORDER BY cases DESC, follow_up LIMIT ?
				""")
			.params(id, count)
			.query(Row.as((row) -> new FollowUp(row.longNumber("cases"), row.text("follow_up"))))
			.list();
	}

	List<ReplayDifference> differences(long id, long after, int count) {
		return this.jdbc.sql("""
				SELECT record_id, case_number, decided_at, decision, inputs, before, after, follow_up
				FROM replay_difference WHERE run_id = ? AND record_id > ? ORDER BY record_id LIMIT ?
				""").params(id, after, count).query(Row.as(ReplayRepository::difference)).list();
	}

	/** Each difference in turn, in parts: a million need the memory of a few. */
	void each(long id, Consumer<ReplayDifference> reader) {
		long after = 0;
		List<ReplayDifference> part;
		do {
			part = differences(id, after, 500);
			part.forEach(reader);
			after = part.isEmpty() ? after : part.get(part.size() - 1).recordId();
		}
		while (!part.isEmpty());
	}

	int forget(Instant before) {
		return this.jdbc.sql("DELETE FROM replay_run WHERE started_at < ?").param(Stored.value(before)).update();
	}

	private static ReplayDifference difference(Row row) throws SQLException {
		return new ReplayDifference(row.longNumber("record_id"), row.caseNumber("case_number"),
				row.instant("decided_at"), row.text("decision"), row.text("inputs"), row.text("before"),
				row.text("after"), row.text("follow_up"));
	}

	private static ReplayRun run(Row row) throws SQLException {
		return new ReplayRun(row.longNumber("id"), row.text("file_name"), row.texts("decisions"),
				row.userId("started_by"), row.instant("started_at"), row.instant("finished_at"),
				row.constant("status", Status.class), row.text("problem"),
				new DecisionExtent(row.longNumber("first_record"), row.longNumber("last_record"),
						row.instant("decided_from"), row.instant("decided_until"), row.longNumber("total")),
				row.longNumber("position"), row.longNumber("done"), row.longNumber("differing"));
	}

}
