package dev.escala.escalation.persistence;

import java.time.Instant;

import dev.escala.database.Stored;
import dev.escala.escalation.Feedback;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers said of cases. */
@Repository
public class FeedbackRepository {

	private final JdbcClient jdbc;

	FeedbackRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps it.
	 * @return whether it is the customer's first of this case; another one changes
	 * nothing
	 */
	public boolean add(String caseNumber, long customerId, Feedback given, Instant when) {
		return this.jdbc.sql("""
				INSERT INTO case_feedback (case_number, customer_id, heard, solved, score, comment, given_at)
				VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
				""")
			.params(Stored.values(caseNumber, customerId, given.heard(), given.solved(), given.score(), given.comment(),
					when))
			.update() == 1;
	}

	public boolean exists(String caseNumber, long customerId) {
		return this.jdbc.sql("SELECT count(*) FROM case_feedback WHERE case_number = ? AND customer_id = ?")
			.params(caseNumber, customerId)
			.query(Long.class)
			.single() > 0;
	}

}
