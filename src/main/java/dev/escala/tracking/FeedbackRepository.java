package dev.escala.tracking;

import java.time.Instant;

import dev.escala.database.Stored;
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
	 * @param since what was said before then gives way to it, or {@code null}: nothing
	 * does
	 * @return whether it is the customer's first of this case since then; another one
	 * changes nothing
	 */
	public boolean add(CaseNumber caseNumber, CustomerId customerId, Feedback given, Instant when, Instant since) {
		Object before = Stored.value((since == null) ? Instant.EPOCH : since);
		return this.jdbc.sql("""
				INSERT INTO case_feedback AS known (case_number, customer_id, heard, solved, score, comment, given_at)
				VALUES (?, ?, ?, ?, ?, ?, ?)
				ON CONFLICT (case_number, customer_id) DO UPDATE SET heard = EXCLUDED.heard, solved = EXCLUDED.solved,
				  score = EXCLUDED.score, comment = EXCLUDED.comment, given_at = EXCLUDED.given_at
				WHERE known.given_at < ?
				""")
			.params(Stored.values(caseNumber, customerId, given.heard(), given.solved(), given.score(), given.comment(),
					when, before))
			.update() == 1;
	}

	/** Whether they said something since then; {@code null}: ever. */
	public boolean exists(CaseNumber caseNumber, CustomerId customerId, Instant since) {
		return this.jdbc
			.sql("SELECT count(*) FROM case_feedback WHERE case_number = ? AND customer_id = ? AND given_at >= ?")
			.params(Stored.values(caseNumber, customerId, (since == null) ? Instant.EPOCH : since))
			.query(Long.class)
			.single() > 0;
	}

}
