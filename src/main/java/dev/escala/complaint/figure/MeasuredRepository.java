package dev.escala.complaint.figure;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import dev.escala.database.Row;
import dev.escala.measure.Counted;
import dev.escala.measure.Months;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How soon complaints are answered, counted month by month. */
@Repository("complaintMeasuredRepository")
class MeasuredRepository {

	private final JdbcClient jdbc;

	MeasuredRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Of what was presented in a month and is answered, or could have been by now: what
	 * was answered in so many hours.
	 */
	Map<YearMonth, Counted> answeredWithin(Months months, int hours, ZoneId zone, Instant now) {
		Map<YearMonth, Counted> counted = new HashMap<>();
		this.jdbc.sql("""
				SELECT date_trunc('month', presented_at AT TIME ZONE :zone)::date AS month, count(*) AS counted,
				  100 * count(*) FILTER (WHERE answered_at <= presented_at + make_interval(hours => :hours)) AS total
				FROM complaint
				WHERE presented_at >= :from AND presented_at < :before AND (answered_at IS NOT NULL
				  OR phase <> 'ENDED' AND presented_at + make_interval(hours => :hours) <= :now)
				GROUP BY 1
				""")
			.param("zone", zone.getId())
			.param("hours", hours)
			.param("from", Timestamp.from(months.from(zone)))
			.param("before", Timestamp.from(months.before(zone)))
			.param("now", Timestamp.from(now))
			.query(Row.each((row) -> counted.put(YearMonth.from(row.day("month")),
					new Counted(row.decimal("total"), row.longNumber("counted")))));
		return counted;
	}

}
