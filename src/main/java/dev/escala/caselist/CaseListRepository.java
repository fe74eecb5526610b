package dev.escala.caselist;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.escala.caselist.CaseConditionRepository.Day;
import dev.escala.clock.ServiceClock;
import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.matter.Severity;
import dev.escala.visibility.Seen;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the views {@code case_line} and {@code case_due}. */
@Repository
class CaseListRepository {

	private static final int ROWS_IN_MEMORY = 500;

	/** The deadlines of one line, at the moment of the question. */
	private static final String DUE = """
			 LEFT JOIN LATERAL (
			  SELECT min(due_at) FILTER (WHERE due_at <= now) AS late_since,
			    (array_agg(clock ORDER BY due_at, clock) FILTER (WHERE due_at <= now))[1] AS late_clock,
			    min(due_at) FILTER (WHERE due_at > now) AS next_due,
			    (array_agg(clock ORDER BY due_at, clock) FILTER (WHERE due_at > now))[1] AS next_clock,
			    coalesce(bool_or(due_at <= now AND news), false) AS silent
			  FROM case_due WHERE number = x.number AND NOT paused) due ON true
			 LEFT JOIN LATERAL (
			  SELECT min(started_at) AS paused_at FROM clock_pause
			  WHERE case_number = x.number AND ended_at IS NULL AND x.open) pause ON true
			 LEFT JOIN LATERAL (
			  SELECT min(observed_until) AS observed_until FROM observation
			  WHERE case_number = x.number AND ended_at IS NULL) observed ON true
			 LEFT JOIN LATERAL (
			  SELECT max(started_at) AS told_at FROM deadline
			  WHERE case_number = x.number AND (clock = 'UPDATE' AND run > 1 OR clock = 'CLOSING')) told ON true
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate rowByRow;

	private final CaseConditionRepository conditions;

	CaseListRepository(JdbcClient jdbc, DataSource database, CaseConditionRepository conditions) {
		this.jdbc = jdbc;
		this.rowByRow = new JdbcTemplate(database);
		this.rowByRow.setFetchSize(ROWS_IN_MEMORY);
		this.conditions = conditions;
	}

	/**
	 * One line more than wanted, from the place on; towards the front where it says so.
	 */
	List<Found> page(CaseQuery query, Seen seen, Day day) {
		Conditions conditions = fitting(query, seen);
		boolean forward = query.place() == null || query.place().forward();
		if (query.place() != null) {
			conditions.that("(" + key(query.order()) + ", l.number) " + (forward ? ">" : "<") + " (?, ?)",
					query.place().key(), query.place().number());
		}
		List<Object> values = CaseConditionRepository.values(seen, day, conditions.values());
		values.add(query.size() + 1);
		return this.jdbc.sql(lines(query, conditions, forward, " LIMIT ?"))
			.params(values)
			.query(Row.as((row) -> new Found(line(row), row.longNumber("place"))))
			.list();
	}

	/** All lines in their order; a few hundred are in memory at a time. */
	void each(CaseQuery query, Seen seen, Day day, Consumer<CaseLine> reader) {
		Conditions conditions = fitting(query, seen);
		this.rowByRow.query(lines(query, conditions, true, ""), Row.each((row) -> reader.accept(line(row))),
				CaseConditionRepository.values(seen, day, conditions.values()).toArray());
	}

	private Conditions fitting(CaseQuery query, Seen seen) {
		return CaseConditionRepository.chosen(query, this.conditions.narrowed(query, seen));
	}

	/** First which lines, then what is shown of them. */
	private static String lines(CaseQuery query, Conditions conditions, boolean forward, String limit) {
		String direction = forward ? " ASC" : " DESC";
		String order = " ORDER BY place" + direction + ", number" + direction;
		return CaseConditionRepository.WHO
				+ " SELECT x.*, late_since, late_clock, next_due, next_clock, silent, paused_at,"
				+ " observed_until, told_at FROM (SELECT l.*, now, c.code AS customer_code,"
				+ " coalesce(c.name, l.customer_text) AS customer, " + key(query.order()) + " AS place"
				+ CaseConditionRepository.LINES + conditions.where() + order + limit + ") x" + DUE + order;
	}

	/** A number that grows in the order of the list. */
	private static String key(CaseOrder order) {
		return switch (order) {
			case RECENT -> "-" + micros("l.reported_at");
			case OLDEST -> micros("l.reported_at");
			case SEVERITY ->
				"coalesce(-array_position(ARRAY['LOW','MODERATE','HIGH','CRITICAL'], l.severity), 0)::bigint";
			// What has no deadline comes last.
			case DUE -> "coalesce(" + micros(CaseConditionRepository.FIRST_DUE) + ", 99999999999999999)";
		};
	}

	private static String micros(String instant) {
		return "(extract(epoch FROM " + instant + ") * 1000000)::bigint";
	}

	private static CaseLine line(Row row) throws SQLException {
		CaseKind kind = row.constant("kind", CaseKind.class);
		return new CaseLine(row.caseNumber("number"), kind, row.flag("open"),
				kind.standing(row.text("state"), row.text("outcome"), row.instant("observed_until") != null),
				row.text("subject"), row.text("customer_code"), row.text("customer"),
				row.constant("severity", Severity.class), row.text("group_id"), row.userId("owner_id"),
				row.userId("reported_by"), row.instant("reported_at"), row.instant("ended_at"),
				new CaseLine.Due(row.instant("late_since"), clock(row.text("late_clock")), row.instant("next_due"),
						clock(row.text("next_clock")), row.flag("silent"), row.instant("paused_at")),
				row.instant("told_at"));
	}

	private static String clock(String name) {
		return (name == null) ? null : switch (name) {
			case "REQUEST_ACKNOWLEDGEMENT" -> "Acuse de la solicitud";
			case "REQUEST_ANSWER" -> "Respuesta a la solicitud";
			case "NEXT_CONTACT" -> "Siguiente contacto";
			case "NEXT_PURCHASE" -> "Próxima compra";
			case "ACTION" -> "Acción de la mejora";
			case "COMPLAINT_TERM" -> "Plazo legal de la reclamación";
			default -> ServiceClock.valueOf(name).label();
		};
	}

	/**
	 * A line and where it stands.
	 *
	 * @param key what the list is ordered by
	 */
	record Found(CaseLine line, long key) {

		Cursor place(boolean forward) {
			return new Cursor(forward, this.key, this.line.number());
		}

	}

}
