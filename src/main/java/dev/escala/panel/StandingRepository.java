package dev.escala.panel;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.matter.Severity;
import dev.escala.panel.StandingNow.Age;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open cases, counted. Each question is one statement, however many cases there are. */
@Repository
class StandingRepository {

	/** The first day of each band of ages. */
	private static final int[] BANDS = { 0, 1, 3, 7, 14, 30 };

	/** What each open case's running clocks say; parameters: now, now, midnight, now. */
	private static final String OPEN = """
			 FROM escalation e LEFT JOIN customer c ON c.id = e.customer_id
			LEFT JOIN (
			  SELECT number, bool_or(due_at <= ?) AS late, bool_or(due_at > ? AND due_at < ?) AS today,
			    bool_or(due_at <= ? AND news) AS silent
			  FROM case_due WHERE NOT paused GROUP BY number) k ON k.number = e.number""";

	private final JdbcClient jdbc;

	StandingRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The figures of now. */
	StandingNow now(PanelScope scope, Instant now, Instant midnight) {
		Conditions open = open(scope);
		return this.jdbc
			.sql("""
					SELECT count(*) AS open, count(*) FILTER (WHERE k.late) AS late,
					  count(*) FILTER (WHERE k.today AND NOT k.late) AS today,
					  count(*) FILTER (WHERE e.owner_id IS NULL) AS unowned, count(*) FILTER (WHERE k.silent) AS silent,
					  count(*) FILTER (WHERE e.severity = 'CRITICAL') AS critical,
					  count(*) FILTER (WHERE EXISTS (
					    SELECT 1 FROM clock_pause p WHERE p.case_number = e.number AND p.ended_at IS NULL)) AS paused"""
					+ OPEN + open.where())
			.params(parameters(open, now, midnight))
			.query(Row.as((row) -> new StandingNow(row.longNumber("open"), row.longNumber("late"),
					row.longNumber("today"), row.longNumber("unowned"), row.longNumber("silent"),
					row.longNumber("critical"), row.longNumber("paused"))))
			.single();
	}

	/** Whether a team that is no group any more has, or had, a case. */
	boolean knowsTeam(String group) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM escalation WHERE group_id = ?)")
			.param(group)
			.query(Boolean.class)
			.single();
	}

	/** How much each team and each person has, those with the most that is late first. */
	List<Held> held(PanelScope scope, Instant now, Instant midnight) {
		Conditions open = open(scope);
		return this.jdbc
			.sql("""
					SELECT grouping(e.owner_id) = 1 AS team, e.group_id, e.owner_id, count(*) AS open,
					  count(*) FILTER (WHERE k.late) AS late, count(*) FILTER (WHERE k.today AND NOT k.late) AS today"""
					+ OPEN + open.where() + " GROUP BY GROUPING SETS ((e.group_id), (e.owner_id))"
					+ " ORDER BY late DESC, open DESC, e.group_id, e.owner_id")
			.params(parameters(open, now, midnight))
			.query(Row
				.as((row) -> new Held(row.flag("team"), row.flag("team") ? row.text("group_id") : row.text("owner_id"),
						row.longNumber("open"), row.longNumber("late"), row.longNumber("today"))))
			.list();
	}

	private static List<Object> parameters(Conditions open, Instant now, Instant midnight) {
		List<Object> all = new ArrayList<>(Stored.values(now, now, midnight, now));
		all.addAll(open.values());
		return all;
	}

	/** The open cases by age and severity, the youngest first; no band is left out. */
	List<Age> ages(PanelScope scope, LocalDate today, ZoneId zone) {
		Conditions open = open(scope);
		List<Object> parameters = new ArrayList<>(Stored.values(today, zone.getId()));
		parameters.addAll(open.values());
		Map<Integer, Map<String, Long>> bands = new TreeMap<>();
		this.jdbc.sql("""
				SELECT width_bucket(?::date - (e.reported_at AT TIME ZONE ?)::date, ARRAY[1, 3, 7, 14, 30])
				  AS band, e.severity, count(*) AS cases
				FROM escalation e LEFT JOIN customer c ON c.id = e.customer_id""" + open.where() + " GROUP BY 1, 2")
			.params(parameters)
			.query(Row.each((row) -> count(bands, row)));
		List<Age> ages = new ArrayList<>();
		for (int i = 0; i < BANDS.length; i++) {
			Map<String, Long> cases = bands.getOrDefault(i, Map.of());
			ages.add(new Age(BANDS[i], (i + 1 < BANDS.length) ? BANDS[i + 1] : null, of(cases, Severity.LOW),
					of(cases, Severity.MODERATE), of(cases, Severity.HIGH), of(cases, Severity.CRITICAL)));
		}
		return ages;
	}

	private static void count(Map<Integer, Map<String, Long>> bands, Row row) throws SQLException {
		bands.computeIfAbsent(row.number("band"), (band) -> new TreeMap<>())
			.put(row.text("severity"), row.longNumber("cases"));
	}

	private static long of(Map<String, Long> cases, Severity severity) {
		return cases.getOrDefault(severity.name(), 0L);
	}

	private static Conditions open(PanelScope scope) {
		return conditions(scope).that("e.phase <> 'ENDED'");
	}

	/** The conditions on the case {@code e} and its customer {@code c}. */
	static Conditions conditions(PanelScope scope) {
		Conditions conditions = new Conditions().equal("e.group_id", scope.team())
			.equal("e.reason", scope.reason())
			.equal("e.severity", scope.severity());
		return (scope.customer() == null) ? conditions : conditions.that("c.code = upper(?)", scope.customer());
	}

	/**
	 * What one team or person has.
	 *
	 * @param id group id or user id, or {@code null} for nobody
	 */
	record Held(boolean team, String id, long open, long late, long dueToday) {
	}

}
