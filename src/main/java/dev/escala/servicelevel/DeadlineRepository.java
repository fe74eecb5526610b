package dev.escala.servicelevel;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of deadlines. Whoever changes the clocks of a case, or arms a timer from
 * them, takes its lock first; what must happen exactly once also says so in its WHERE.
 */
@Repository
class DeadlineRepository {

	private static final String COLUMNS = "id, case_number, clock, run, duration, counting, warn_after, may_pause, "
			+ "reason, calendar_code, started_at, fixed_at, fixed_until, paused_at, warned_at, met_at, breached_at, "
			+ "stopped_at, warn_at, due_at, watch_id";

	private static final String MOVABLE = "met_at IS NULL AND stopped_at IS NULL AND breached_at IS NULL";

	/** Any number, the same on every node. */
	private static final long CALENDARS = 0x434C_4F43_4B53L;

	private final JdbcClient jdbc;

	DeadlineRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Until the end of the transaction nobody else changes the clocks of the case. */
	void lock(String caseNumber) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 1))").param(caseNumber).query().listOfRows();
	}

	/**
	 * Until the end of the transaction no calendar changes for the clocks: what is
	 * computed now is found by {@link #waitForCounting()} afterwards.
	 */
	void keepCalendars() {
		this.jdbc.sql("SELECT pg_advisory_xact_lock_shared(?)").param(CALENDARS).query().listOfRows();
	}

	/** Waits until nobody computes with the calendars of before any more. */
	void waitForCounting() {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(CALENDARS).query().listOfRows();
	}

	/** All clocks in all runs, by due date. */
	List<Deadline> of(String caseNumber) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM deadline WHERE case_number = ? ORDER BY due_at, clock, run")
			.param(caseNumber)
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
		this.jdbc
			.sql("INSERT INTO deadline (case_number, clock, run, duration, counting, warn_after, may_pause, reason, "
					+ "calendar_code, started_at, paused_at, warn_at, due_at) "
					+ "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(Stored.values(deadline.caseNumber(), deadline.clock().name(), deadline.run(),
					level.target().duration(), level.target().counting().name(), level.target().warnAfter(),
					level.target().mayPause(), level.reason(), deadline.calendarCode(), deadline.startedAt(),
					deadline.state().pausedAt(), deadline.warnAt(), deadline.dueAt()))
			.update();
	}

	/** Writes everything of a clock that a recalculation may change. */
	void save(Deadline deadline) {
		AgreedLevel level = deadline.level();
		Deadline.Fixed fixed = deadline.fixed();
		this.jdbc
			.sql("UPDATE deadline SET duration = ?, counting = ?, warn_after = ?, may_pause = ?, reason = ?, "
					+ "calendar_code = ?, started_at = ?, fixed_at = ?, fixed_until = ?, paused_at = ?, met_at = ?, "
					+ "stopped_at = ?, warn_at = ?, due_at = ? WHERE id = ?")
			.params(Stored.values(level.target().duration(), level.target().counting().name(),
					level.target().warnAfter(), level.target().mayPause(), level.reason(), deadline.calendarCode(),
					deadline.startedAt(), (fixed == null) ? null : fixed.at(), (fixed == null) ? null : fixed.until(),
					deadline.state().pausedAt(), deadline.metAt(), deadline.stoppedAt(), deadline.warnAt(),
					deadline.dueAt(), deadline.id()))
			.update();
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

	void stop(String caseNumber, Instant now) {
		this.jdbc
			.sql("UPDATE deadline SET stopped_at = ?, paused_at = NULL WHERE case_number = ? AND met_at IS NULL "
					+ "AND stopped_at IS NULL")
			.params(Stored.values(now, caseNumber))
			.update();
	}

	void watch(long id, String watchId) {
		this.jdbc.sql("UPDATE deadline SET watch_id = ? WHERE id = ?").params(watchId, id).update();
	}

	void changed(Deadline before, Deadline after, Instant now, String actor, String reason) {
		this.jdbc
			.sql("INSERT INTO deadline_change (deadline_id, changed_at, actor, due_before, due_after, reason) "
					+ "VALUES (?, ?, ?, ?, ?, ?)")
			.params(Stored.values(before.id(), now, actor, before.dueAt(), after.dueAt(), reason))
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
	Map<Long, List<DeadlineChange>> changesOf(String caseNumber) {
		Map<Long, List<DeadlineChange>> changes = new HashMap<>();
		this.jdbc
			.sql("SELECT c.deadline_id, c.changed_at, c.actor, c.due_before, c.due_after, c.reason "
					+ "FROM deadline_change c JOIN deadline d ON d.id = c.deadline_id WHERE d.case_number = ? "
					+ "ORDER BY c.id")
			.param(caseNumber)
			.query(Row.each((row) -> {
				changes.computeIfAbsent(row.longNumber("deadline_id"), (id) -> new ArrayList<>()).add(change(row));
			}));
		return changes;
	}

	private static DeadlineChange change(Row row) throws SQLException {
		return new DeadlineChange(row.instant("changed_at"), row.text("actor"), row.instant("due_before"),
				row.instant("due_after"), row.text("reason"));
	}

	/** The cases with a clock whose dates may still change and were counted by them. */
	List<String> casesCountedBy(Collection<String> calendarCodes) {
		return this.jdbc
			.sql("SELECT DISTINCT case_number FROM deadline WHERE calendar_code = ANY(?) AND " + MOVABLE
					+ " ORDER BY case_number")
			.param(calendarCodes.toArray(String[]::new))
			.query(String.class)
			.list();
	}

	/** The clocks of the cases whose dates may still change. */
	List<Deadline> running(Collection<String> cases) {
		return this.jdbc
			.sql("SELECT " + COLUMNS + " FROM deadline WHERE case_number = ANY(?) AND " + MOVABLE
					+ " ORDER BY case_number, clock, run")
			.param(cases.toArray(String[]::new))
			.query(Row.as(DeadlineRepository::read))
			.list();
	}

	private static Deadline read(Row row) throws SQLException {
		ServiceClock clock = row.constant("clock", ServiceClock.class);
		AgreedLevel level = new AgreedLevel(clock, target(row), row.text("reason"));
		Instant fixedAt = row.instant("fixed_at");
		Deadline.Fixed fixed = (fixedAt == null) ? null : new Deadline.Fixed(fixedAt, row.instant("fixed_until"));
		Deadline.State state = new Deadline.State(row.instant("paused_at"), row.instant("warned_at"),
				row.instant("met_at"), row.instant("breached_at"), row.instant("stopped_at"));
		return new Deadline(row.longNumber("id"), row.text("case_number"), clock, row.number("run"), level,
				row.text("calendar_code"), row.instant("started_at"), fixed, state, row.instant("warn_at"),
				row.instant("due_at"), row.text("watch_id"));
	}

	static Target target(Row row) throws SQLException {
		return new Target(row.text("duration"), row.constant("counting", Counting.class), row.number("warn_after"),
				row.flag("may_pause"));
	}

}
