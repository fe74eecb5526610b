package dev.escala.tracking;

import java.time.Instant;

import dev.escala.database.Columns;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers said of cases. */
@Repository
class FeedbackRepository {

	private final JdbcClient jdbc;

	FeedbackRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps it.
	 * @return whether it is the customer's first of this case; another one changes
	 * nothing
	 */
	public boolean add(CaseNumber caseNumber, CustomerId customerId, Feedback given, Instant when) {
		return Columns.set("case_number", caseNumber)
			.and("customer_id", customerId)
			.and("heard", given.heard())
			.and("solved", given.solved())
			.and("score", given.score())
			.and("comment", given.comment())
			.and("given_at", when)
			.insertInto("case_feedback", "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

	public boolean exists(CaseNumber caseNumber, CustomerId customerId) {
		return this.jdbc.sql("SELECT count(*) FROM case_feedback WHERE case_number = ? AND customer_id = ?")
			.params(caseNumber.value(), customerId.value())
			.query(Long.class)
			.single() > 0;
	}

}
