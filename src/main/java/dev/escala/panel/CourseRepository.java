package dev.escala.panel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.panel.Week.Spent;
import dev.escala.panel.Week.Step;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened week by week, counted. One statement for each kind of figure. */
@Repository
class CourseRepository {

	private static final String SCOPE = " FROM escalation e LEFT JOIN customer c ON c.id = e.customer_id";

	/** Monday of the week of an instant; a parameter: the zone. */
	private static final String MONDAY = "date_trunc('week', %s AT TIME ZONE ?)::date AS monday";

	private final JdbcClient jdbc;

	CourseRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Each week from one Monday to another, the second left out; a week in which nothing
	 * happened too.
	 */
	List<Week> weeks(PanelScope scope, LocalDate first, LocalDate end, ZoneId zone) {
		Span span = new Span(scope, first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant(), zone);
		Map<LocalDate, Long> reported = counted("count(*)", SCOPE, during(span, "e.reported_at"), "e.reported_at",
				span);
		Map<LocalDate, Long> reopened = counted("REOPENED", span);
		Map<LocalDate, Long> raised = counted("RAISED", span);
		Map<LocalDate, Closed> closed = closed(span);
		Map<LocalDate, List<Spent>> times = times(span);
		return first.datesUntil(end, java.time.Period.ofWeeks(1)).map((monday) -> {
			Closed done = closed.getOrDefault(monday, new Closed(0, 0, null));
			return new Week(monday, reported.getOrDefault(monday, 0L), done.cases(), done.firstContact(),
					reopened.getOrDefault(monday, 0L), raised.getOrDefault(monday, 0L), done.satisfaction(),
					times.getOrDefault(monday, List.of()));
		}).toList();
	}

	/** How often cases that came in the weeks were passed on to another team (004-43). */
	List<Passed> passed(PanelScope scope, LocalDate first, LocalDate end, ZoneId zone) {
		Conditions during = during(
				new Span(scope, first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant(), zone),
				"e.reported_at");
		Map<Integer, Long> cases = new HashMap<>();
		this.jdbc.sql("""
				SELECT least(3, coalesce((SELECT times FROM case_passed p WHERE p.number = e.number), 0)) AS times,
				  count(*) AS cases
				FROM escalation e LEFT JOIN customer c ON c.id = e.customer_id""" + during.where() + " GROUP BY 1")
			.params(during.values())
			.query(Row.each((row) -> cases.put(row.number("times"), row.longNumber("cases"))));
		List<Passed> passed = new ArrayList<>();
		for (int times = 0; times <= 3; times++) {
			passed.add(new Passed(times, cases.getOrDefault(times, 0L)));
		}
		return passed;
	}

	/** Cases, each once a week, however often it happened. */
	private Map<LocalDate, Long> counted(String moment, Span span) {
		return counted("count(DISTINCT e.number)", SCOPE + " JOIN case_moment m ON m.number = e.number",
				during(span, "m.at").equal("m.moment", moment), "m.at", span);
	}

	private Map<LocalDate, Long> counted(String figure, String from, Conditions during, String when, Span span) {
		Map<LocalDate, Long> weeks = new HashMap<>();
		this.jdbc
			.sql("SELECT " + MONDAY.formatted(when) + ", " + figure + " AS counted" + from + during.where()
					+ " GROUP BY 1")
			.params(withZone(span, during))
			.query(Row.each((row) -> weeks.put(row.day("monday"), row.longNumber("counted"))));
		return weeks;
	}

	private Map<LocalDate, Closed> closed(Span span) {
		Map<LocalDate, Closed> weeks = new HashMap<>();
		Conditions during = during(span, "e.first_closed_at");
		this.jdbc.sql("SELECT " + MONDAY.formatted("e.first_closed_at")
				+ ", count(*) AS cases, count(*) FILTER (WHERE EXISTS ("
				+ "SELECT 1 FROM case_moment m WHERE m.number = e.number AND m.moment = 'FIRST_CONTACT')) AS first_contact, avg(coalesce(("
				+ "SELECT avg(f.score) FROM case_feedback f WHERE f.case_number = e.number), e.satisfaction)) AS satisfaction"
				+ SCOPE + during.where() + " GROUP BY 1")
			.params(withZone(span, during))
			.query(Row.each((row) -> weeks.put(row.day("monday"),
					new Closed(row.longNumber("cases"), row.longNumber("first_contact"), row.tenths("satisfaction")))));
		return weeks;
	}

	private Map<LocalDate, List<Spent>> times(Span span) {
		Map<LocalDate, List<Spent>> weeks = new HashMap<>();
		Conditions during = during(span, "d.met_at").that("d.run = 1")
			.that("d.clock IN ('FIRST_NOTICE', 'ACKNOWLEDGEMENT', 'ANSWER', 'RESOLUTION')");
		this.jdbc
			.sql("SELECT " + MONDAY.formatted("d.met_at")
					+ """
							, d.clock, count(*) AS cases, count(*) FILTER (WHERE d.met_at <= d.due_at) AS in_time,
							  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.met_at - e.reported_at) / 3600) AS median,
							  percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM d.met_at - e.reported_at) / 3600) AS p90"""
					+ SCOPE + " JOIN deadline d ON d.case_number = e.number" + during.where() + " GROUP BY 1, 2")
			.params(withZone(span, during))
			.query(Row.each((row) -> weeks.computeIfAbsent(row.day("monday"), (monday) -> new ArrayList<>())
				.add(new Spent(row.constant("clock", Step.class), row.longNumber("cases"), row.longNumber("in_time"),
						row.tenths("median"), row.tenths("p90")))));
		return weeks;
	}

	private static Conditions during(Span span, String when) {
		return StandingRepository.conditions(span.scope())
			.that(when + " >= ? AND " + when + " < ?", span.begin(), span.end());
	}

	private static List<Object> withZone(Span span, Conditions conditions) {
		List<Object> all = new ArrayList<>(List.of(span.zone().getId()));
		all.addAll(conditions.values());
		return all;
	}

	private record Closed(long cases, long firstContact, BigDecimal satisfaction) {
	}

	/** Whose weeks, and which. */
	private record Span(PanelScope scope, Instant begin, Instant end, ZoneId zone) {
	}

}
