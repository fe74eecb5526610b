package dev.escala.panel;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.measure.Counted;
import dev.escala.measure.Months;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures of escalations, deadlines and promises, counted month by month. */
@Repository
class MeasuredRepository {

	/** Month of an instant; a parameter: the zone. */
	private static final String MONTH = "SELECT date_trunc('month', %s AT TIME ZONE ?)::date AS month, ";

	private static final String DURING = "%s >= ? AND %s < ?";

	private final JdbcClient jdbc;

	MeasuredRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Hours from the report of a case to the first notice to its customer. */
	Map<YearMonth, Counted> noticeHours(Months months, ZoneId zone) {
		return count("d.met_at", "sum(extract(epoch FROM d.met_at - e.reported_at) / 3600) AS total",
				"FROM deadline d JOIN escalation e ON e.number = d.case_number WHERE d.run = 1 AND d.clock = 'FIRST_NOTICE'",
				months, zone);
	}

	/**
	 * Of the cases that were reported in a month and whose customer was told, or could
	 * have been by now: of how many they were told in so many hours.
	 */
	Map<YearMonth, Counted> noticeWithin(Months months, int hours, ZoneId zone, Instant now) {
		Map<YearMonth, Counted> counted = new HashMap<>();
		this.jdbc.sql("""
				SELECT date_trunc('month', e.reported_at AT TIME ZONE :zone)::date AS month, count(*) AS counted,
				  100 * count(*) FILTER (WHERE d.met_at <= e.reported_at + make_interval(hours => :hours)) AS total
				FROM deadline d JOIN escalation e ON e.number = d.case_number
				WHERE d.run = 1 AND d.clock = 'FIRST_NOTICE' AND e.reported_at >= :from AND e.reported_at < :before
				  AND (d.met_at IS NOT NULL
				    OR d.stopped_at IS NULL AND e.reported_at + make_interval(hours => :hours) <= :now)
				GROUP BY 1
				""")
			.param("zone", zone.getId())
			.param("hours", hours)
			.param("from", Timestamp.from(months.from(zone)))
			.param("before", Timestamp.from(months.before(zone)))
			.param("now", Timestamp.from(now))
			.query(Row.each((row) -> add(row, counted)));
		return counted;
	}

	/** Deadlines of cases that ran out or were met in time, by the month of their end. */
	Map<YearMonth, Counted> deadlinesKept(Months months, ZoneId zone) {
		return count("d.due_at", "100 * count(*) FILTER (WHERE d.met_at <= d.due_at) AS total",
				"FROM deadline d WHERE d.clock IN ('FIRST_NOTICE', 'ACKNOWLEDGEMENT', 'ANSWER', 'RESOLUTION')"
						+ " AND (d.met_at IS NOT NULL OR d.stopped_at IS NULL)",
				months, zone);
	}

	/** What customers said of cases that were closed, from one to five. */
	Map<YearMonth, Counted> satisfaction(Months months, ZoneId zone) {
		return count("s.first_closed_at", "sum(s.score) AS total",
				"FROM (SELECT e.first_closed_at, coalesce((SELECT avg(f.score) FROM case_feedback f"
						+ " WHERE f.case_number = e.number), e.satisfaction) AS score FROM escalation e) s"
						+ " WHERE s.score IS NOT NULL",
				months, zone);
	}

	/** Promises that were settled. */
	Map<YearMonth, Counted> promisesKept(Months months, ZoneId zone) {
		return count("p.settled_at", "100 * count(*) FILTER (WHERE p.status = 'KEPT') AS total",
				"FROM promise p WHERE p.status IN ('KEPT', 'BROKEN')", months, zone);
	}

	private Map<YearMonth, Counted> count(String when, String total, String from, Months months, ZoneId zone) {
		List<Object> values = new ArrayList<>(List.of(zone.getId()));
		values.addAll(Stored.values(months.from(zone), months.before(zone)));
		Map<YearMonth, Counted> counted = new HashMap<>();
		this.jdbc
			.sql(MONTH.formatted(when) + total + ", count(*) AS counted " + from + " AND "
					+ DURING.formatted(when, when) + " GROUP BY 1")
			.params(values)
			.query(Row.each((row) -> add(row, counted)));
		return counted;
	}

	private static void add(Row row, Map<YearMonth, Counted> counted) throws SQLException {
		counted.put(YearMonth.from(row.day("month")), new Counted(row.decimal("total"), row.longNumber("counted")));
	}

}
