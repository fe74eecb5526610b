package dev.escala.monitoring;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.escala.database.Row;
import dev.escala.database.SortColumns;
import dev.escala.database.Stored;
import dev.escala.database.TransactionTimes;
import dev.escala.database.Turns;
import dev.escala.monitoring.SelfCheck.Trouble;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of findings. */
@Repository
class FindingRepository {

	static final SortColumns SORT = SortColumns.by("foundAt", "found_at")
		.and("lastSeenAt", "last_seen_at")
		.and("kind", "kind");

	private static final String COLUMNS = "id, kind, subject, text, found_at, last_seen_at, told_at, gone_at";

	/** Chosen once, for this purpose only; the same on every node. */
	private static final long LOCK = 0x45_53_43_41_4C_41_01L;

	private final JdbcClient jdbc;

	private final Turns turns;

	private final TransactionTimes times;

	FindingRepository(JdbcClient jdbc, Turns turns, TransactionTimes times) {
		this.jdbc = jdbc;
		this.turns = turns;
		this.times = times;
	}

	/**
	 * Makes the caller the only one on all nodes until its transaction ends, which may
	 * say nothing to the database for a long time.
	 * @return whether it is; {@code false} where somebody else is
	 */
	boolean lock() {
		boolean locked = this.turns.takeIfFree(LOCK);
		if (locked) {
			// While the checks run this session is silent: the slower the database, the
			// longer.
			this.times.allowSilence(Checks.MAY_BE_SILENT);
		}
		return locked;
	}

	/**
	 * Keeps what a check sees now.
	 * @return what it had not seen before
	 */
	List<Finding> keep(String kind, List<Trouble> troubles, Instant now) {
		return this.jdbc.sql("INSERT INTO finding (kind, subject, text, found_at, last_seen_at) "
				+ "SELECT ?, seen.subject, seen.text, ?, ? "
				+ "FROM unnest(?::text[], ?::text[]) AS seen (subject, text) "
				+ "ON CONFLICT (kind, subject) WHERE gone_at IS NULL "
				+ "DO UPDATE SET text = excluded.text, last_seen_at = excluded.last_seen_at RETURNING " + COLUMNS
				// A row that was inserted and not updated was deleted by nobody.
				+ ", xmax = 0 AS is_new")
			.params(Stored.values(kind, now, now, troubles.stream().map(Trouble::subject).toArray(String[]::new),
					troubles.stream().map(Trouble::text).toArray(String[]::new)))
			.query(Row.as((row) -> Map.entry(finding(row), row.flag("is_new"))))
			.list()
			.stream()
			.filter(Map.Entry::getValue)
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * Closes what a check sees no more.
	 * @return how many there were
	 */
	int closeAllBut(String kind, Collection<String> subjects, Instant now) {
		return this.jdbc
			.sql("UPDATE finding SET gone_at = ? WHERE gone_at IS NULL AND kind = ? AND subject <> ALL(?::text[])")
			.params(Stored.values(now, kind, subjects.toArray(String[]::new)))
			.update();
	}

	/** Closes what no check looks for any more. */
	int closeOtherKinds(Collection<String> kinds, Instant now) {
		return this.jdbc.sql("UPDATE finding SET gone_at = ? WHERE gone_at IS NULL AND kind <> ALL(?::text[])")
			.params(Stored.values(now, kinds.toArray(String[]::new)))
			.update();
	}

	/** What is wrong and was told to nobody, oldest first. */
	List<Finding> untold() {
		return this.jdbc
			.sql("SELECT " + COLUMNS + " FROM finding WHERE gone_at IS NULL AND told_at IS NULL ORDER BY id")
			.query(Row.as(FindingRepository::finding))
			.list();
	}

	void told(Collection<Finding> findings, Instant now) {
		this.jdbc.sql("UPDATE finding SET told_at = ? WHERE id = ANY(?)")
			.params(Stored.values(now, findings.stream().map(Finding::id).toArray(Long[]::new)))
			.update();
	}

	/** Forgets what has been gone for so long. */
	void forget(Duration retention, Instant now) {
		this.jdbc.sql("DELETE FROM finding WHERE gone_at < ?").param(Stored.value(now.minus(retention))).update();
	}

	/** How many are open, by kind; without the kinds of which there are none. */
	Map<String, Long> openByKind() {
		Map<String, Long> counts = new LinkedHashMap<>();
		this.jdbc
			.sql("SELECT kind, count(*) AS findings FROM finding WHERE gone_at IS NULL GROUP BY kind ORDER BY kind")
			.query(Row.each((row) -> {
				counts.put(row.text("kind"), row.longNumber("findings"));
			}));
		return counts;
	}

	/**
	 * How many are wrong now ({@code true}) and how many are gone ({@code false}).
	 * @param kind only these, or {@code null}
	 */
	Map<Boolean, Long> counts(String kind) {
		return this.jdbc
			.sql("SELECT count(*) FILTER (WHERE gone_at IS NULL) AS standing, "
					+ "count(*) FILTER (WHERE gone_at IS NOT NULL) AS gone FROM finding "
					+ "WHERE ?::text IS NULL OR kind = ?")
			.params(kind, kind)
			.query(Row.as((row) -> Map.of(true, row.longNumber("standing"), false, row.longNumber("gone"))))
			.single();
	}

	/**
	 * One part of the list, what is open first.
	 * @param kind only these, or {@code null}
	 * @param open only what is wrong now, only what is gone, or both ({@code null})
	 */
	Page<Finding> page(String kind, Boolean open, PageRequest part) {
		String where = " WHERE (?::text IS NULL OR kind = ?) AND (?::boolean IS NULL OR (gone_at IS NULL) = ?) ";
		long total = this.jdbc.sql("SELECT count(*) FROM finding" + where)
			.params(kind, kind, open, open)
			.query(Long.class)
			.single();
		List<Finding> findings = this.jdbc
			.sql("SELECT " + COLUMNS + " FROM finding" + where + "ORDER BY gone_at IS NOT NULL, "
					+ SORT.clause(part.sort()) + ", id DESC LIMIT ? OFFSET ?")
			.params(kind, kind, open, open, part.size(), part.offset())
			.query(Row.as(FindingRepository::finding))
			.list();
		return new Page<>(findings, part.page(), part.size(), total);
	}

	private static Finding finding(Row row) throws SQLException {
		return new Finding(row.longNumber("id"), row.text("kind"), row.text("subject"), row.text("text"),
				row.instant("found_at"), row.instant("last_seen_at"), row.instant("told_at"), row.instant("gone_at"));
	}

}
