package dev.escala.review;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.review.CustomerFacts.Bought;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is known of many customers at once, from the months of their purchases and from
 * their matters: one statement for a group, whatever its size.
 */
@Repository
class FactRepository {

	/** A range of ids, which every index can use. */
	private static final String THESE = "customer_id > :after AND customer_id <= :last";

	private static final String PURCHASES = """
			known AS (
			  SELECT customer_id, min(month) AS since FROM purchase_month
			  WHERE %1$s AND month < :month AND documents > 0 GROUP BY customer_id
			), main AS (
			  SELECT DISTINCT ON (customer_id) customer_id, currency FROM purchase_month
			  WHERE %1$s AND month >= :from AND month < :month
			  GROUP BY customer_id, currency ORDER BY customer_id, sum(documents) DESC, currency
			), months AS (
			  SELECT p.customer_id, p.month, sum(p.documents) AS documents, max(p.last_on) AS last_on,
			    coalesce(sum(p.cents) FILTER (WHERE p.currency = m.currency), 0) AS cents,
			    coalesce(sum(p.documents) FILTER (WHERE p.currency = m.currency), 0) AS orders
			  FROM purchase_month p JOIN main m ON m.customer_id = p.customer_id
			  WHERE p.customer_id > :after AND p.customer_id <= :last AND p.month >= :from AND p.month < :month
			  GROUP BY p.customer_id, p.month
			), bought AS (
			  SELECT customer_id, min(last_on) AS first_on, max(last_on) AS last_on,
			    sum(documents) - (array_agg(documents ORDER BY month) FILTER (WHERE documents > 0))[1] AS later,
			    coalesce(sum(documents) FILTER (WHERE month >= :recent), 0) AS recent,
			    coalesce(sum(orders) FILTER (WHERE month >= :recent), 0) AS recent_orders,
			    coalesce(sum(cents) FILTER (WHERE month >= :recent), 0) AS recent_cents,
			    coalesce(sum(orders) FILTER (WHERE month < :recent), 0) AS earlier_orders,
			    coalesce(sum(cents) FILTER (WHERE month < :recent), 0) AS earlier_cents
			  FROM months GROUP BY customer_id HAVING sum(documents) > 0
			), stopped AS (
			  SELECT DISTINCT ON (customer_id) customer_id, btrim(product || ' ' || variety) AS what, months FROM (
			    SELECT customer_id, product, variety, count(DISTINCT month) AS months, max(month) AS latest
			    FROM purchase_month_product
			    WHERE %1$s AND month >= :from AND month < :month AND documents > 0
			    GROUP BY customer_id, product, variety) one
			  WHERE latest < :recent ORDER BY customer_id, months DESC, product, variety
			)""".formatted(THESE);

	private static final String MATTERS = """
			spoken AS (
			  SELECT customer_id, max(at) AS at FROM (
			    SELECT customer_id, contacted_at AS at FROM case_contact WHERE %1$s
			    UNION ALL SELECT customer_id, state_at FROM customer_call WHERE %1$s AND state = 'TOLD'
			    UNION ALL SELECT customer_id, presented_at FROM complaint WHERE %1$s) one
			  WHERE at < :at GROUP BY customer_id
			), complained AS (
			  SELECT customer_id, count(*) FILTER (WHERE ended_at IS NULL OR ended_at >= :at) AS open,
			    count(*) FILTER (WHERE ended_at >= :half AND ended_at < :at AND (NOT solved OR NOT heard)) AS bad
			  FROM complaint WHERE %1$s AND presented_at < :at GROUP BY customer_id
			), said AS (
			  SELECT customer_id, count(*) AS bad FROM case_feedback f
			  WHERE %1$s AND given_at >= :half AND given_at < :at AND (NOT solved OR NOT heard)
			    AND NOT EXISTS (SELECT FROM complaint c WHERE c.number = f.case_number) GROUP BY customer_id
			), promised AS (
			  SELECT customer_id, count(*) AS broken FROM promise
			  WHERE %1$s AND status = 'BROKEN' AND settled_at >= :quarter AND settled_at < :at GROUP BY customer_id
			)""".formatted(THESE);

	private final JdbcClient jdbc;

	private final ZoneId zone;

	FactRepository(JdbcClient jdbc, @Value("${escala.zone}") ZoneId zone) {
		this.jdbc = jdbc;
		this.zone = zone;
	}

	/** The last of the next customers after one, or empty where there are no more. */
	Optional<Long> last(long after, int most) {
		return this.jdbc.sql(
				"SELECT max(id) FROM (SELECT id FROM customer WHERE id > ? ORDER BY id LIMIT ?) next HAVING count(*) > 0")
			.params(after, most)
			.query(Long.class)
			.optional();
	}

	/**
	 * Those of whom anything is known, in the order of their ids.
	 * @param month first day of the month before which it counts
	 * @param after the id before the first
	 * @param last the last id
	 */
	List<CustomerFacts> facts(LocalDate month, long after, long last) {
		return this.jdbc
			.sql("WITH " + PURCHASES + ", " + MATTERS
					+ """
							SELECT u.id, u.code, known.since, main.currency, bought.*, stopped.what, coalesce(stopped.months, 0) AS months,
							  spoken.at AS spoken_at, coalesce(complained.open, 0) AS open,
							  coalesce(complained.bad, 0) + coalesce(said.bad, 0) AS bad, coalesce(promised.broken, 0) AS broken
							FROM customer u
							  LEFT JOIN known ON known.customer_id = u.id LEFT JOIN main ON main.customer_id = u.id
							  LEFT JOIN bought ON bought.customer_id = u.id LEFT JOIN stopped ON stopped.customer_id = u.id
							  LEFT JOIN spoken ON spoken.customer_id = u.id LEFT JOIN complained ON complained.customer_id = u.id
							  LEFT JOIN said ON said.customer_id = u.id LEFT JOIN promised ON promised.customer_id = u.id
							WHERE u.id > :after AND u.id <= :last AND (bought.customer_id IS NOT NULL
							  OR complained.open + complained.bad > 0 OR said.bad > 0 OR promised.broken > 0)
							ORDER BY u.id
							""")
			.param("after", after)
			.param("last", last)
			.param("month", month)
			.param("from", month.minusMonths(12))
			.param("recent", month.minusMonths(3))
			.param("at", start(month))
			.param("half", start(month.minusMonths(6)))
			.param("quarter", start(month.minusMonths(3)))
			.query(Row.as((row) -> new CustomerFacts(row.customerId("id"), row.text("code"), month, row.day("since"),
					bought(row), day(row), row.number("open"), row.number("bad"), row.number("broken"))))
			.list();
	}

	private Object start(LocalDate day) {
		return Stored.value(day.atStartOfDay(this.zone).toInstant());
	}

	private LocalDate day(Row row) throws SQLException {
		return (row.instant("spoken_at") == null) ? null : LocalDate.ofInstant(row.instant("spoken_at"), this.zone);
	}

	private static Bought bought(Row row) throws SQLException {
		return (row.day("last_on") == null) ? null
				: new Bought(row.text("currency"), row.day("first_on"), row.day("last_on"), row.longNumber("later"),
						row.longNumber("recent"), row.longNumber("recent_orders"), row.longNumber("recent_cents"),
						row.longNumber("earlier_orders"), row.longNumber("earlier_cents"), row.text("what"),
						row.number("months"));
	}

}
