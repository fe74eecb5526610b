package dev.escala.panel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Customers who bought, or of whom something was heard, again after a case (001-36).
 */
@Repository
class KeptRepository {

	private final JdbcClient jdbc;

	KeptRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts customers by the cases that were closed in that time.
	 * @param now when the days after a case have to be over
	 */
	Kept count(PanelScope scope, Instant from, Instant now) {
		Conditions closed = StandingRepository.conditions(scope)
			.that("e.customer_id IS NOT NULL AND e.first_closed_at >= ? AND e.first_closed_at <= ?", from, now);
		List<Object> parameters = new ArrayList<>(closed.values());
		Instant ripe = now.minus(Kept.LAST_DAY);
		parameters.addAll(Stored.values(ripe, ripe));
		return this.jdbc
			.sql("""
					WITH closed AS (
					  SELECT e.customer_id, e.first_closed_at AS at
					  FROM escalation e JOIN customer c ON c.id = e.customer_id""" + closed.where()
					+ """
							), ripe AS (
							  SELECT customer_id, bool_or(CASE
							      WHEN EXISTS (SELECT 1 FROM purchase p WHERE p.customer_id = closed.customer_id)
							      THEN EXISTS (SELECT 1 FROM purchase p WHERE p.customer_id = closed.customer_id AND p.counts
							        AND p.bought_on > (at + interval '60 days')::date AND p.bought_on <= (at + interval '120 days')::date)
							      ELSE EXISTS (SELECT 1 FROM case_contact t WHERE t.customer_id = closed.customer_id
							        AND t.contacted_at > at + interval '60 days' AND t.contacted_at <= at + interval '120 days')
							      OR EXISTS (SELECT 1 FROM escalation o WHERE o.customer_id = closed.customer_id
							        AND o.reported_at > at + interval '60 days' AND o.reported_at <= at + interval '120 days')
							      OR EXISTS (SELECT 1 FROM internal_request r
							        WHERE r.party_kind = 'CUSTOMER' AND r.party_id = closed.customer_id
							        AND r.requested_at > at + interval '60 days' AND r.requested_at <= at + interval '120 days') END) AS retained
							  FROM closed WHERE at <= ? GROUP BY customer_id)
							SELECT (SELECT count(*) FROM ripe) AS customers, (SELECT count(*) FROM ripe WHERE retained) AS retained,
							  (SELECT count(DISTINCT customer_id) FROM closed WHERE at > ?) AS waiting
							""")
			.params(parameters)
			.query(Row.as((row) -> new Kept(row.longNumber("customers"), row.longNumber("retained"),
					row.longNumber("waiting"))))
			.single();
	}

}
