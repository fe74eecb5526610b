package dev.escala.review;

import java.time.LocalDate;

import dev.escala.database.Row;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers bought after a review. */
@Repository
class HindsightRepository {

	private final JdbcClient jdbc;

	HindsightRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The day after the last purchase that anybody sent: from then on we do not know.
	 */
	LocalDate until(LocalDate today) {
		LocalDate last = this.jdbc.sql("SELECT max(bought_on) AS day FROM purchase WHERE counts")
			.query(Row.as((row) -> row.day("day")))
			.list()
			.get(0);
		return (last == null) ? LocalDate.EPOCH : (last.isBefore(today) ? last.plusDays(1) : today);
	}

	Hindsight of(Review review, LocalDate until) {
		LocalDate end = review.month().plusDays(Hindsight.DAYS);
		return this.jdbc
			.sql("""
					SELECT count(*) AS customers, count(*) FILTER (WHERE gone) AS gone, count(*) FILTER (WHERE flagged) AS flagged,
					  count(*) FILTER (WHERE flagged AND gone) AS flagged_gone, count(*) FILTER (WHERE plain) AS plain,
					  count(*) FILTER (WHERE plain AND gone) AS plain_gone
					FROM (SELECT flagged, last_on < ?::date AS plain, NOT EXISTS (SELECT FROM purchase p
					        WHERE p.customer_id = c.customer_id AND p.counts AND p.bought_on >= ?::date AND p.bought_on < ?::date) AS gone
					      FROM review_customer c
					      WHERE c.review_id = ? AND NOT c.little_history AND c.last_on IS NOT NULL) one
					""")
			.params(review.month().minusDays(Hindsight.DAYS), review.month(), end, review.id())
			.query(Row.as((row) -> new Hindsight(until, end, row.longNumber("customers"), row.longNumber("gone"),
					row.longNumber("flagged"), row.longNumber("flagged_gone"), row.longNumber("plain"),
					row.longNumber("plain_gone"))))
			.single();
	}

}
