package dev.escala.purchase.apart;

import java.time.Instant;
import java.util.List;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents of customers that nobody knows. */
@Repository
class ApartRepository {

	private final JdbcClient jdbc;

	ApartRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** By what senders call the customer; document by document where they say nothing. */
	List<Apart> list(long offset, int most) {
		return this.jdbc.sql("""
				SELECT customer_text, CASE WHEN customer_text = '' THEN document END AS document, count(*) AS documents,
				  sum(lines) AS lines, min(bought_on) AS first_on, max(bought_on) AS last_on
				FROM purchase WHERE customer_id IS NULL
				GROUP BY 1, 2 ORDER BY customer_text = '', max(bought_on) DESC, 1, 2 LIMIT ? OFFSET ?
				""")
			.params(most, offset)
			.query(Row.as((row) -> new Apart(row.text("customer_text"), row.text("document"),
					row.longNumber("documents"), row.longNumber("lines"), row.day("first_on"), row.day("last_on"))))
			.list();
	}

	long count() {
		return this.jdbc
			.sql("SELECT count(DISTINCT (customer_text, CASE WHEN customer_text = '' THEN document END))"
					+ " FROM purchase WHERE customer_id IS NULL")
			.query(Long.class)
			.single();
	}

	/** Gives the customer all documents of that name that nobody has. */
	List<String> assign(String called, CustomerId customer) {
		return this.jdbc
			.sql("UPDATE purchase SET customer_id = ? WHERE customer_id IS NULL AND customer_text = ?"
					+ " RETURNING document")
			.params(customer.value(), called)
			.query(String.class)
			.list();
	}

	List<String> assignDocument(String document, CustomerId customer) {
		return this.jdbc
			.sql("UPDATE purchase SET customer_id = ? WHERE customer_id IS NULL AND document = ? RETURNING document")
			.params(customer.value(), document)
			.query(String.class)
			.list();
	}

	/** What comes later under that name is theirs, too. */
	void remember(String called, CustomerId customer, UserId by, Instant now) {
		this.jdbc.sql("INSERT INTO purchase_called (called, customer_id, said_by, said_at) VALUES (?, ?, ?, ?)"
				+ " ON CONFLICT (called) DO UPDATE SET customer_id = excluded.customer_id, said_by = excluded.said_by,"
				+ " said_at = excluded.said_at")
			.params(Stored.values(called, customer, by, now))
			.update();
	}

}
