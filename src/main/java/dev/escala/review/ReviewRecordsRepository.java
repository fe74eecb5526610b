package dev.escala.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.escala.erasure.Person;
import dev.escala.erasure.PersonalRecords;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What reviews said of a person: a customer who is called like their only contact. What
 * they said of a company is no person's.
 */
@Repository
// Before contacts are gone, which tell of whom it was said.
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReviewRecordsRepository implements PersonalRecords {

	private static final String THEIRS = """
			customer_id IN (SELECT u.id FROM customer u JOIN customer_contact c ON c.customer_id = u.id
			  WHERE lower(c.email) = :address AND (lower(u.name) = lower(c.name) OR u.code ~ '^R-[0-9]+$')
			    AND NOT EXISTS (SELECT FROM customer_contact o WHERE o.customer_id = u.id AND lower(o.email) <> :address))
			""";

	private final JdbcClient jdbc;

	ReviewRecordsRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String label() {
		return "Revisiones en las que sale la persona";
	}

	@Override
	public Set<String> knownAs(String address) {
		return Set.of();
	}

	@Override
	public int erase(Person person) {
		return this.jdbc.sql("DELETE FROM review_customer WHERE " + THEIRS).param("address", person.address()).update();
	}

	@Override
	public Map<String, List<String>> rows(Person person) {
		Map<String, List<String>> rows = new TreeMap<>();
		for (String table : List.of("review_customer", "review_reason")) {
			List<String> found = this.jdbc.sql("SELECT to_jsonb(t)::text FROM " + table + " t WHERE " + THEIRS)
				.param("address", person.address())
				.query(String.class)
				.list();
			if (!found.isEmpty()) {
				rows.put(table, found);
			}
		}
		return rows;
	}

}
