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
			  FROM case_due WHERE NOT paused GROUP BY number) k ON k.number = e.number
			LEFT JOIN (
			  SELECT DISTINCT case_number FROM clock_pause WHERE ended_at IS NULL) p ON p.case_number = e.number""";

	/** Which columns {@code grouping} leaves out: of all together, and of a team. */
	private static final int BOTH = 3;

	private static final int OWNER = 1;

	private final JdbcClient jdbc;

	StandingRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The figures of now, of all and of each team and person, in one look; those with the
	 * most that is late first.
	 */
	Standing standing(PanelScope scope, Instant now, Instant midnight) {
		Conditions open = open(scope);
		List<Held> held = new ArrayList<>();
		StandingNow[] all = new StandingNow[1];
		this.jdbc
			.sql("""
					SELECT grouping(e.group_id, e.owner_id) AS part, e.group_id, e.owner_id, count(*) AS open,
					  count(*) FILTER (WHERE k.late) AS late, count(*) FILTER (WHERE k.today AND NOT k.late) AS today,
					  count(*) FILTER (WHERE e.owner_id IS NULL) AS unowned, count(*) FILTER (WHERE k.silent) AS silent,
					  count(*) FILTER (WHERE e.severity = 'CRITICAL') AS critical,
					  count(*) FILTER (WHERE p.case_number IS NOT NULL) AS paused""" + OPEN + open.where()
					+ " GROUP BY GROUPING SETS ((), (e.group_id), (e.owner_id))"
					+ " ORDER BY late DESC, open DESC, e.group_id, e.owner_id")
			.params(parameters(open, now, midnight))
			.query(Row.each((row) -> {
				switch (row.number("part")) {
					case BOTH -> all[0] = new StandingNow(row.longNumber("open"), row.longNumber("late"),
							row.longNumber("today"), row.longNumber("unowned"), row.longNumber("silent"),
							row.longNumber("critical"), row.longNumber("paused"));
					case OWNER -> held.add(held(true, row.text("group_id"), row));
					default -> held.add(held(false, row.text("owner_id"), row));
				}
			}));
		return new Standing(all[0], held);
	}

	private static Held held(boolean team, String id, Row row) throws SQLException {
		return new Held(team, id, row.longNumber("open"), row.longNumber("late"), row.longNumber("today"));
	}

	/** Whether a team that is no group any more has, or had, a case. */
	boolean knowsTeam(String group) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM escalation WHERE group_id = ?)")
			.param(group)
			.query(Boolean.class)
			.single();
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

	/** All together, and by team and by person. */
	record Standing(StandingNow now, List<Held> held) {
	}

	/**
	 * What one team or person has.
	 *
	 * @param id group id or user id, or {@code null} for nobody
	 */
	record Held(boolean team, String id, long open, long late, long dueToday) {
	}

}
