package dev.escala.clock;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.clock.count.DayRule;
import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.database.Turns;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of deadlines. Whoever changes the clocks of a case, or arms a timer from
 * them, takes its lock first; what must happen exactly once also says so in its WHERE.
 */
@Repository
public class DeadlineRepository {

	private static final String COLUMNS = "id, case_number, clock, run, duration, counting, warn_after, may_pause, "
			+ "reason, day_rule, calendar_code, started_at, fixed_at, fixed_until, fresh_at, fresh_until, paused_at, warned_at, met_at, breached_at, "
			+ "stopped_at, warn_at, due_at, watch_id";

	private static final String MOVABLE = "met_at IS NULL AND stopped_at IS NULL AND breached_at IS NULL";

	/** Any number, the same on every node. */
	private static final long CALENDARS = 0x434C_4F43_4B53L;

	private final JdbcClient jdbc;

	private final Turns turns;

	DeadlineRepository(JdbcClient jdbc, Turns turns) {
		this.jdbc = jdbc;
		this.turns = turns;
	}

	/** Until the end of the transaction nobody else changes the clocks of the case. */
	void lock(CaseNumber caseNumber) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 1))")
			.param(caseNumber.value())
			.query()
			.listOfRows();
	}

	/**
	 * Until the end of the transaction no calendar changes for the clocks: what is
	 * computed now is found by {@link #waitForCounting()} afterwards.
	 */
	void keepCalendars() {
		this.turns.share(CALENDARS);
	}

	/** Waits until nobody computes with the calendars of before any more. */
	public void waitForCounting() {
		this.turns.take(CALENDARS);
	}

	/** All clocks in all runs, by due date. */
	public List<Deadline> deadlines(CaseNumber caseNumber) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM deadline WHERE case_number = ? ORDER BY due_at, clock, run")
			.param(caseNumber.value())
			.query(Row.as(DeadlineRepository::read))
			.list();
	}

	Optional<Deadline> find(long id) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM deadline WHERE id = ?")
			.param(id)
			.query(Row.as(DeadlineRepository::read))
			.optional();
	}

	void add(Deadline deadline) {
		AgreedLevel level = deadline.level();
		Columns.set("case_number", deadline.caseNumber())
			.and("clock", deadline.clock())
			.and("run", deadline.run())
			.and("duration", level.target().duration())
			.and("counting", level.target().counting())
			.and("warn_after", level.target().warnAfter())
			.and("may_pause", level.target().mayPause())
			.and("reason", level.reason())
			.and("day_rule", deadline.rule().version())
			.and("calendar_code", deadline.calendarCode())
			.and("started_at", deadline.startedAt())
			.and("paused_at", deadline.state().pausedAt())
			.and("warn_at", deadline.warnAt())
			.and("due_at", deadline.dueAt())
			.insertInto("deadline", this.jdbc)
			.update();
	}

	/** Writes everything of a clock that a recalculation may change. */
	void save(Deadline deadline) {
		AgreedLevel level = deadline.level();
		Deadline.Fixed fixed = deadline.fixed();
		Deadline.FreshTerm fresh = deadline.fresh();
		Columns.set("duration", level.target().duration())
			.and("counting", level.target().counting())
			.and("warn_after", level.target().warnAfter())
			.and("may_pause", level.target().mayPause())
			.and("reason", level.reason())
			.and("calendar_code", deadline.calendarCode())
			.and("started_at", deadline.startedAt())
			.and("fixed_at", (fixed == null) ? null : fixed.at())
			.and("fixed_until", (fixed == null) ? null : fixed.until())
			.and("fresh_at", (fresh == null) ? null : fresh.at())
			.and("fresh_until", (fresh == null) ? null : fresh.until())
			.and("paused_at", deadline.state().pausedAt())
			.and("met_at", deadline.metAt())
			.and("stopped_at", deadline.stoppedAt())
			.and("warn_at", deadline.warnAt())
			.and("due_at", deadline.dueAt())
			.update("deadline", "id", deadline.id(), this.jdbc);
	}

	boolean meet(long id, Instant now) {
		return this.jdbc
			.sql("UPDATE deadline SET met_at = ?, paused_at = NULL WHERE id = ? AND met_at IS NULL "
					+ "AND stopped_at IS NULL")
			.params(Stored.values(now, id))
			.update() == 1;
	}

	boolean warn(long id, Instant now) {
		return this.jdbc
			.sql("UPDATE deadline SET warned_at = ? WHERE id = ? AND warned_at IS NULL AND paused_at IS NULL AND "
					+ "date_trunc('milliseconds', warn_at) <= ? AND " + MOVABLE)
			.params(Stored.values(now, id, now))
			.update() == 1;
	}

	void forgetWarning(long id) {
		this.jdbc.sql("UPDATE deadline SET warned_at = NULL WHERE id = ?").param(id).update();
	}

	boolean breach(long id, Instant now) {
		return this.jdbc
			.sql("UPDATE deadline SET breached_at = ? WHERE id = ? AND breached_at IS NULL AND stopped_at IS NULL "
					+ "AND paused_at IS NULL AND due_at <= ? AND (met_at IS NULL OR met_at > due_at)")
			.params(Stored.values(now, id, now))
			.update() == 1;
	}

	void stop(CaseNumber caseNumber, Instant now) {
		this.jdbc
			.sql("UPDATE deadline SET stopped_at = ?, paused_at = NULL WHERE case_number = ? AND met_at IS NULL "
					+ "AND stopped_at IS NULL")
			.params(Stored.values(now, caseNumber))
			.update();
	}

	void watch(long id, String watchId) {
		this.jdbc.sql("UPDATE deadline SET watch_id = ? WHERE id = ?").params(watchId, id).update();
	}

	void changed(Deadline before, Deadline after, Instant now, UserId actor, String reason) {
		Columns.set("deadline_id", before.id())
			.and("changed_at", now)
			.and("actor", actor)
			.and("due_before", before.dueAt())
			.and("due_after", after.dueAt())
			.and("reason", reason)
			.insertInto("deadline_change", this.jdbc)
			.update();
	}

	List<DeadlineChange> changes(long id) {
		return this.jdbc
			.sql("SELECT changed_at, actor, due_before, due_after, reason FROM deadline_change WHERE deadline_id = ? "
					+ "ORDER BY id")
			.param(id)
			.query(Row.as(DeadlineRepository::change))
			.list();
	}

	/** How the deadlines of a case were moved, by deadline, oldest first. */
	public Map<Long, List<DeadlineChange>> changesOf(CaseNumber caseNumber) {
		Map<Long, List<DeadlineChange>> changes = new HashMap<>();
		this.jdbc
			.sql("SELECT c.deadline_id, c.changed_at, c.actor, c.due_before, c.due_after, c.reason "
					+ "FROM deadline_change c JOIN deadline d ON d.id = c.deadline_id WHERE d.case_number = ? "
					+ "ORDER BY c.id")
			.param(caseNumber.value())
			.query(Row.each((row) -> {
				changes.computeIfAbsent(row.longNumber("deadline_id"), (id) -> new ArrayList<>()).add(change(row));
			}));
		return changes;
	}

	private static DeadlineChange change(Row row) throws SQLException {
		return new DeadlineChange(row.instant("changed_at"), row.userId("actor"), row.instant("due_before"),
				row.instant("due_after"), row.text("reason"));
	}

	/** The cases with a clock whose dates may still change and were counted by them. */
	public List<CaseNumber> casesCountedBy(Collection<String> calendarCodes) {
		return this.jdbc
			.sql("SELECT DISTINCT case_number FROM deadline WHERE calendar_code = ANY(?) AND " + MOVABLE
					+ " ORDER BY case_number")
			.param(Stored.texts(calendarCodes))
			.query(Row.as((row) -> row.caseNumber("case_number")))
			.list();
	}

	/** How many clocks whose dates may still change were counted by them. */
	public long countCountedBy(Collection<String> calendarCodes) {
		return this.jdbc.sql("SELECT count(*) FROM deadline WHERE calendar_code = ANY(?) AND " + MOVABLE)
			.param(Stored.texts(calendarCodes))
			.query(Long.class)
			.single();
	}

	/** Those of them that are over first. */
	public List<Deadline> countedBy(Collection<String> calendarCodes, int most) {
		return this.jdbc
			.sql("SELECT " + COLUMNS + " FROM deadline WHERE calendar_code = ANY(?) AND " + MOVABLE
					+ " ORDER BY due_at, id LIMIT ?")
			.params(Stored.texts(calendarCodes), most)
			.query(Row.as(DeadlineRepository::read))
			.list();
	}

	/** The clocks of the cases whose dates may still change. */
	List<Deadline> running(Collection<CaseNumber> cases) {
		return this.jdbc
			.sql("SELECT " + COLUMNS + " FROM deadline WHERE case_number = ANY(?) AND " + MOVABLE
					+ " ORDER BY case_number, clock, run")
			.param(Stored.texts(cases))
			.query(Row.as(DeadlineRepository::read))
			.list();
	}

	private static Deadline read(Row row) throws SQLException {
		AgreedLevel level = AgreedLevelRepository.level(row);
		Instant fixedAt = row.instant("fixed_at");
		Deadline.Fixed fixed = (fixedAt == null) ? null : new Deadline.Fixed(fixedAt, row.instant("fixed_until"));
		Instant freshAt = row.instant("fresh_at");
		Deadline.FreshTerm fresh = (freshAt == null) ? null
				: new Deadline.FreshTerm(freshAt, row.instant("fresh_until"));
		Deadline.State state = new Deadline.State(row.instant("paused_at"), row.instant("warned_at"),
				row.instant("met_at"), row.instant("breached_at"), row.instant("stopped_at"));
		return new Deadline(row.longNumber("id"), row.caseNumber("case_number"), level.clock(), row.number("run"),
				level, DayRule.of(row.number("day_rule")), row.text("calendar_code"), row.instant("started_at"), fixed,
				fresh, state, row.instant("warn_at"), row.instant("due_at"), row.text("watch_id"));
	}

}
