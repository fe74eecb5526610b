package dev.escala.calendar.year;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import dev.escala.calendar.CalendarDefinition;
import dev.escala.database.Stored;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of confirmed years. */
@Repository
class CalendarYearRepository {

	private final JdbcClient jdbc;

	CalendarYearRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The years that count as confirmed for what the calendar follows now. */
	Set<Integer> confirmed(CalendarDefinition calendar) {
		return new HashSet<>(this.jdbc
			.sql("SELECT year FROM calendar_year"
					+ " WHERE calendar_code = ? AND country = ? AND region IS NOT DISTINCT FROM ?::text")
			.params(Stored.values(calendar.code(), calendar.country(), calendar.region()))
			.query(Integer.class)
			.list());
	}

	/** Keeps a confirmation instead of an earlier one. */
	void confirm(CalendarDefinition calendar, int year, String basis, Instant at, UserId by) {
		this.jdbc
			.sql("INSERT INTO calendar_year (calendar_code, year, country, region, basis, confirmed_at, confirmed_by)"
					+ " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (calendar_code, year) DO UPDATE SET"
					+ " country = excluded.country, region = excluded.region, basis = excluded.basis,"
					+ " confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by")
			.params(Stored.values(calendar.code(), year, calendar.country(), calendar.region(), basis, at, by))
			.update();
	}

}
