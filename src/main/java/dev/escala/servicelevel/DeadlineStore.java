package dev.escala.servicelevel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import dev.escala.customer.Tier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of deadlines. Every change states in its WHERE what it may change, so that of
 * two nodes that do the same at the same moment exactly one does it.
 */
@Component
class DeadlineStore {

	private static final String COLUMNS = "case_number, clock, severity, tier, started_at, warn_at, due_at, met_at, "
			+ "breached_at, stopped_at, reason";

	private final JdbcClient jdbc;

	DeadlineStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<StoredDeadline> of(String caseNumber) {
		return this.jdbc.sql("SELECT " + COLUMNS + " FROM deadline WHERE case_number = ? ORDER BY due_at, clock")
			.param(caseNumber)
			.query((row, n) -> read(row))
			.list();
	}

	/** Adds the clock, or moves it where it still counts from the same start. */
	void startOrMove(StoredDeadline computed) {
		save(computed,
				"due_at = EXCLUDED.due_at, warn_at = EXCLUDED.warn_at, severity = EXCLUDED.severity, "
						+ "tier = EXCLUDED.tier, reason = EXCLUDED.reason WHERE deadline.met_at IS NULL "
						+ "AND deadline.breached_at IS NULL AND deadline.stopped_at IS NULL "
						+ "AND deadline.started_at = EXCLUDED.started_at");
	}

	/** Adds the clock, or lets it begin anew whatever became of it. */
	void restart(StoredDeadline computed) {
		save(computed, "started_at = EXCLUDED.started_at, due_at = EXCLUDED.due_at, warn_at = EXCLUDED.warn_at, "
				+ "severity = EXCLUDED.severity, tier = EXCLUDED.tier, reason = EXCLUDED.reason, met_at = NULL, "
				+ "breached_at = NULL, stopped_at = NULL");
	}

	private void save(StoredDeadline computed, String onConflict) {
		Deadline deadline = computed.deadline();
		this.jdbc
			.sql("INSERT INTO deadline (case_number, clock, severity, tier, started_at, warn_at, due_at, reason) "
					+ "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_number, clock) DO UPDATE SET " + onConflict)
			.params(deadline.caseNumber(), deadline.clock().name(), computed.severity().name(), computed.tier().name(),
					Timestamp.from(deadline.startedAt()), Timestamp.from(computed.warnAt()),
					Timestamp.from(deadline.dueAt()), deadline.reason())
			.update();
	}

	boolean meet(String caseNumber, ServiceClock clock, Instant now) {
		return this.jdbc
			.sql("UPDATE deadline SET met_at = ? WHERE case_number = ? AND clock = ? AND met_at IS NULL "
					+ "AND stopped_at IS NULL")
			.params(Timestamp.from(now), caseNumber, clock.name())
			.update() == 1;
	}

	boolean breach(String caseNumber, ServiceClock clock, Instant now) {
		return this.jdbc
			.sql("UPDATE deadline SET breached_at = ? WHERE case_number = ? AND clock = ? AND breached_at IS NULL "
					+ "AND stopped_at IS NULL AND due_at <= ? AND (met_at IS NULL OR met_at > due_at)")
			.params(Timestamp.from(now), caseNumber, clock.name(), Timestamp.from(now))
			.update() == 1;
	}

	void stop(String caseNumber, Instant now) {
		this.jdbc
			.sql("UPDATE deadline SET stopped_at = ? WHERE case_number = ? AND met_at IS NULL AND stopped_at IS NULL")
			.params(Timestamp.from(now), caseNumber)
			.update();
	}

	private static StoredDeadline read(ResultSet row) throws SQLException {
		return new StoredDeadline(
				new Deadline(row.getString("case_number"), ServiceClock.valueOf(row.getString("clock")),
						instant(row, "started_at"), instant(row, "due_at"), instant(row, "met_at"),
						instant(row, "breached_at"), instant(row, "stopped_at"), row.getString("reason")),
				Severity.valueOf(row.getString("severity")), Tier.valueOf(row.getString("tier")),
				instant(row, "warn_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * A deadline with what it was computed for.
	 *
	 * @param deadline the clock
	 * @param severity the severity that decided its duration
	 * @param tier the tier that decided its duration
	 * @param warnAt when three quarters of it are over
	 */
	record StoredDeadline(Deadline deadline, Severity severity, Tier tier, Instant warnAt) {

		boolean isFor(Severity otherSeverity, Tier otherTier) {
			return this.severity == otherSeverity && this.tier == otherTier;
		}

	}

}
