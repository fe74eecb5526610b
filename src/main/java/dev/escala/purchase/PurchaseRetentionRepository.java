package dev.escala.purchase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.escala.database.Row;
import dev.escala.erasure.Person;
import dev.escala.erasure.PersonalRecords;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The end of purchases: their time is over, or they are those of a person who is erased.
 * A person is a customer who is called like their only contact; what a company bought is
 * no person's.
 */
@Repository
// Before contacts are gone, which tell whose purchases are.
@Order(Ordered.HIGHEST_PRECEDENCE)
class PurchaseRetentionRepository implements PersonalRecords {

	private static final List<String> TABLES = List.of("purchase", "purchase_month", "purchase_month_product",
			"purchase_called");

	private static final String THEIRS = """
			customer_id IN (SELECT u.id FROM customer u JOIN customer_contact c ON c.customer_id = u.id
			  WHERE lower(c.email) = :address AND (lower(u.name) = lower(c.name) OR u.code ~ '^R-[0-9]+$')
			    AND NOT EXISTS (SELECT FROM customer_contact o WHERE o.customer_id = u.id AND lower(o.email) <> :address))
			""";

	private final JdbcClient jdbc;

	PurchaseRetentionRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Removes the oldest month before a day; says whether there was one. */
	boolean removeMonthBefore(LocalDate day) {
		LocalDate oldest = this.jdbc.sql("SELECT min(bought_on) AS day FROM purchase WHERE bought_on < ?")
			.param(day)
			.query(Row.as((row) -> row.day("day")))
			.list()
			.get(0);
		if (oldest == null) {
			return false;
		}
		LocalDate end = oldest.withDayOfMonth(1).plusMonths(1);
		this.jdbc.sql("DELETE FROM purchase WHERE bought_on < ?").param(end).update();
		this.jdbc.sql("DELETE FROM purchase_month WHERE month < ?").param(end).update();
		this.jdbc.sql("DELETE FROM purchase_month_product WHERE month < ?").param(end).update();
		return true;
	}

	@Override
	public String label() {
		return "Compras de la persona";
	}

	@Override
	public Set<String> knownAs(String address) {
		return Set.of();
	}

	@Override
	public int erase(Person person) {
		int gone = 0;
		for (String table : TABLES) {
			gone += this.jdbc.sql("DELETE FROM " + table + " WHERE " + THEIRS)
				.param("address", person.address())
				.update();
		}
		return gone;
	}

	@Override
	public Map<String, List<String>> rows(Person person) {
		Map<String, List<String>> rows = new TreeMap<>();
		for (String table : TABLES) {
			List<String> found = this.jdbc.sql("SELECT to_jsonb(t)::text FROM " + table + " t WHERE " + THEIRS)
				.param("address", person.address())
				.query(String.class)
				.list();
			if (!found.isEmpty()) {
				rows.put(table, found);
			}
		}
		List<String> lines = this.jdbc
			.sql("SELECT to_jsonb(l)::text FROM purchase_line l JOIN purchase p ON p.id = l.purchase_id WHERE "
					+ THEIRS)
			.param("address", person.address())
			.query(String.class)
			.list();
		if (!lines.isEmpty()) {
			rows.put("purchase_line", lines);
		}
		return rows;
	}

}
