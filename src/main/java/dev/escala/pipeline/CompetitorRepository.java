package dev.escala.pipeline;

import java.time.Instant;
import java.util.List;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom customers call their competitors, in the table {@code customer_competitor}. */
@Repository
class CompetitorRepository {

	private final JdbcClient jdbc;

	CompetitorRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Names of the customer's competitors, in the order in which they were given. */
	List<String> names(CustomerId customerId) {
		return this.jdbc.sql("SELECT name FROM customer_competitor WHERE customer_id = ? ORDER BY position")
			.param(customerId.value())
			.query(String.class)
			.list();
	}

	/** Until the end of the transaction nobody else who calls this gets further. */
	void lock(CustomerId customerId) {
		this.jdbc.sql("SELECT id FROM customer WHERE id = ? FOR NO KEY UPDATE")
			.param(customerId.value())
			.query(Long.class)
			.single();
	}

	/** Replaces the names; one that stays keeps since when it is known. */
	void replace(CustomerId customerId, List<String> names, UserId by, Instant now) {
		this.jdbc.sql("DELETE FROM customer_competitor WHERE customer_id = ? AND NOT bare_name = ANY(?)")
			.params(customerId.value(), names.stream().map(BareName::of).toArray(String[]::new))
			.update();
		for (int i = 0; i < names.size(); i++) {
			Columns.set("customer_id", customerId)
				.and("bare_name", BareName.of(names.get(i)))
				.and("name", names.get(i))
				.and("position", i)
				.and("noted_by", by)
				.and("noted_at", now)
				.insertInto("customer_competitor",
						"ON CONFLICT (customer_id, bare_name) DO UPDATE SET name = EXCLUDED.name, position = EXCLUDED.position",
						this.jdbc)
				.update();
		}
	}

	/** Customers who call a name their competitor, by their own names. */
	List<Rival> rivals(String bareName, int most, long but) {
		return this.jdbc.sql("""
				SELECT c.name, c.code, k.name AS competitor, k.noted_at FROM customer_competitor k
				JOIN customer c ON c.id = k.customer_id
				WHERE k.bare_name = ? AND c.id <> ? ORDER BY c.search_name, c.id LIMIT ?
				""")
			.params(bareName, but, most)
			.query(Row.as((row) -> new Rival(row.text("name"), row.text("code"), row.text("competitor"),
					row.instant("noted_at"))))
			.list();
	}

	/**
	 * A customer with a competitor.
	 *
	 * @param name the customer's name
	 * @param code the customer's code
	 * @param competitor the competitor's name, as the customer wrote it
	 * @param notedAt since when it is known
	 */
	record Rival(String name, String code, String competitor, Instant notedAt) {
	}

}
