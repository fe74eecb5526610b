package dev.escala.contact;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which customers of a case turned to us, and whether they have a reply. */
@Repository
class ContactRepository {

	private final JdbcClient jdbc;

	ContactRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a contact that waits for its reply; the customer may be unknown.
	 * @return its id
	 */
	long add(CaseNumber caseNumber, CustomerId customerId, Instant when) {
		return Columns.set("case_number", caseNumber)
			.and("customer_id", customerId)
			.and("contacted_at", when)
			.insertInto("case_contact", "RETURNING id", this.jdbc)
			.query(Long.class)
			.single();
	}

	/** How many contacts wait for a reply. */
	int waiting(CaseNumber caseNumber) {
		return this.jdbc.sql("SELECT count(*) FROM case_contact WHERE case_number = ? AND replied_at IS NULL")
			.param(caseNumber.value())
			.query(Integer.class)
			.single();
	}

	/**
	 * Everybody who waited at a moment gets a reply now, unless a point of theirs has no
	 * answer yet.
	 * @return the customers, those known
	 */
	Set<CustomerId> reply(CaseNumber caseNumber, Instant waitedAt, Instant when) {
		Set<CustomerId> customers = new HashSet<>(this.jdbc.sql("""
				UPDATE case_contact SET replied_at = ? WHERE case_number = ? AND replied_at IS NULL
				  AND contacted_at <= ? AND NOT EXISTS (
				    SELECT FROM contact_point p WHERE p.contact_id = case_contact.id AND p.question
				      AND p.answer IS NULL AND p.no_answer_reason IS NULL)
				RETURNING customer_id
				""")
			.params(Stored.values(when, caseNumber, waitedAt))
			.query(Row.as((row) -> row.customerId("customer_id")))
			.list());
		customers.remove(null);
		return customers;
	}

}
