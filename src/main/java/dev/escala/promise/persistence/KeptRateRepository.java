package dev.escala.promise.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.database.Row;
import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Settled promises, counted. */
@Repository
public class KeptRateRepository {

	private static final Map<String, String> COLUMNS = Map.of("person", "p.owner_id", "team", "p.group_id", "customer",
			"c.code");

	private final JdbcClient jdbc;

	KeptRateRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether promises can be counted by that. */
	public static boolean counts(String by) {
		return by != null && COLUMNS.containsKey(by);
	}

	/** What was kept and broken in that time, the worst first. */
	public List<Kept> count(String by, Instant from, Instant to) {
		String column = COLUMNS.get(by);
		return this.jdbc
			.sql("SELECT " + column + " AS id, max(c.name) AS customer, "
					+ "count(*) FILTER (WHERE p.status = 'KEPT') AS kept, "
					+ "count(*) FILTER (WHERE p.status = 'BROKEN') AS broken FROM promise p "
					+ "LEFT JOIN customer c ON c.id = p.customer_id WHERE p.status IN ('KEPT', 'BROKEN') "
					+ "AND p.settled_at >= ? AND p.settled_at < ? AND " + column + " IS NOT NULL GROUP BY " + column
					+ " ORDER BY (count(*) FILTER (WHERE p.status = 'KEPT'))::numeric / count(*), " + column)
			.params(Stored.values(from, to))
			.query(Row
				.as((row) -> new Kept(row.text("id"), row.text("customer"), row.number("kept"), row.number("broken"))))
			.list();
	}

	/**
	 * Promises that were counted together.
	 *
	 * @param id of the person, of the team, or the customer's code
	 * @param customer name of one of the customers
	 */
	public record Kept(String id, String customer, int kept, int broken) {
	}

}
