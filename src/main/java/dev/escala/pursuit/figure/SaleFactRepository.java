package dev.escala.pursuit.figure;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.pursuit.Capture;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.Strategy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What figures are counted from: pursuits, their calls, stages and losses. */
@Repository
class SaleFactRepository {

	private static final String SALES = """
			FROM pursuit p LEFT JOIN pursuit o ON o.came_from = p.number
			WHERE p.came_from IS NULL AND p.stage_kind <> 'SPAM' AND coalesce(o.stage_kind, '') <> 'SPAM'
			""";

	/**
	 * From what happened to the sale in which it did: one row has one sale, whichever of
	 * its two numbers it bears.
	 */
	private static final String HAPPENED = """
			 x JOIN pursuit n ON n.number = x.number
			  LEFT JOIN pursuit p ON p.number = coalesce(n.came_from, n.number)
			  LEFT JOIN pursuit o ON o.came_from = p.number
			WHERE p.stage_kind <> 'SPAM' AND coalesce(o.stage_kind, '') <> 'SPAM'
			""";

	private final JdbcClient jdbc;

	SaleFactRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The sales that were going on at some time from an instant on and before another.
	 */
	List<Sale> sales(Instant from, Instant before) {
		return this.jdbc.sql("""
				SELECT s.*, (SELECT min(called_at) FROM pursuit_call
				    WHERE pursuit_call.number IN (s.number, s.last) AND result <> 'ATTEMPT') AS talked_at,
				  (SELECT min(called_at) FROM pursuit_call
				    WHERE pursuit_call.number IN (s.number, s.last) AND result = 'APPOINTMENT') AS appointed_at
				FROM (SELECT p.number, coalesce(o.number, p.number) AS last, p.party_name, p.strategy, p.capture,
				    CASE WHEN o.number IS NULL THEN p.owner_id ELSE o.owner_id END AS owner_id, p.began_at,
				    p.kind = 'OPPORTUNITY' OR o.number IS NOT NULL AS opportunity,
				    coalesce(o.quote, p.quote) IS NOT NULL AS proposed,
				    coalesce(o.stage_kind, p.stage_kind) AS standing, coalesce(o.stage_name, p.stage_name) AS stage,
				    CASE WHEN coalesce(o.stage_kind, p.stage_kind) <> 'CONVERTED'
				      THEN CASE WHEN o.number IS NULL THEN p.ended_at ELSE o.ended_at END END AS ended_at,
				    CASE WHEN o.number IS NULL THEN p.amount ELSE o.amount END AS amount,
				    CASE WHEN o.number IS NULL THEN p.currency ELSE o.currency END AS currency
				""" + SALES + """
				    AND p.began_at < ?) s
				WHERE s.ended_at IS NULL OR s.ended_at >= ?
				ORDER BY s.began_at, s.number
				""").params(Stored.values(before, from)).query(Row.as(SaleFactRepository::sale)).list();
	}

	private static Sale sale(Row row) throws SQLException {
		return new Sale(row.caseNumber("number"), row.caseNumber("last"), row.text("party_name"),
				row.constant("strategy", Strategy.class), row.constant("capture", Capture.class), row.text("owner_id"),
				row.instant("began_at"), row.instant("talked_at"), row.instant("appointed_at"), row.flag("opportunity"),
				row.flag("proposed"), row.constant("standing", StageKind.class), row.text("stage"),
				row.instant("ended_at"), row.decimal("amount"), row.text("currency"));
	}

	/**
	 * The calls from an instant on and before another, by month and person.
	 * @param zone in which months begin
	 */
	List<CallCount> calls(Instant from, Instant before, ZoneId zone) {
		return this.jdbc.sql("""
				SELECT to_char(x.called_at AT TIME ZONE ?, 'YYYY-MM') AS month, p.strategy, p.capture, x.called_by,
				  count(*) FILTER (WHERE x.result <> 'ATTEMPT') AS talks,
				  count(*) FILTER (WHERE x.result = 'APPOINTMENT') AS appointments, sum(x.minutes) AS minutes
				FROM pursuit_call""" + HAPPENED + """
				AND x.called_at >= ? AND x.called_at < ?
				GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
				""")
			.params(Stored.values(zone.getId(), from, before))
			.query(Row
				.as((row) -> new CallCount(YearMonth.parse(row.text("month")), row.constant("strategy", Strategy.class),
						row.constant("capture", Capture.class), row.text("called_by"), row.longNumber("talks"),
						row.longNumber("appointments"), row.longNumber("minutes"))))
			.list();
	}

	/**
	 * All stays of the sales that were going on then, also in an opportunity that began
	 * later; staying on is no new one.
	 */
	List<StageVisit> visits(Instant from, Instant before) {
		return this.jdbc
			.sql("""
					SELECT number, kind, to_stage, to_name, to_kind, moved_at,
					  lead(moved_at) OVER (PARTITION BY number ORDER BY id) AS until
					FROM (SELECT s.*, n.kind, lag(s.to_stage) OVER (PARTITION BY s.number ORDER BY s.id) AS before_it
					  FROM stage_passed s JOIN pursuit n ON n.number = s.number
					    LEFT JOIN pursuit f ON f.number = n.came_from
					  WHERE n.stage_kind <> 'SPAM' AND coalesce(f.began_at, n.began_at) < ? AND (n.ended_at IS NULL OR n.ended_at >= ?)) steps
					WHERE to_stage IS DISTINCT FROM before_it
					ORDER BY id
					""")
			.params(Stored.values(before, from))
			.query(Row.as((row) -> new StageVisit(row.caseNumber("number"), row.constant("kind", PursuitKind.class),
					row.text("to_stage"), row.text("to_name"), row.constant("to_kind", StageKind.class),
					row.instant("moved_at"), row.instant("until"))))
			.list();
	}

	/**
	 * Why prospects and opportunities were lost from an instant on and before another.
	 */
	List<LostSale> losses(Instant from, Instant before) {
		return this.jdbc.sql("SELECT p.number, x.reason, x.competitor, x.weak_points FROM pursuit_loss" + HAPPENED + """
				AND x.lost_at >= ? AND x.lost_at < ? ORDER BY p.number
						""")
			.params(Stored.values(from, before))
			.query(Row.as((row) -> new LostSale(row.text("number"), row.text("reason"), row.text("competitor"),
					row.text("weak_points"))))
			.list();
	}

}
