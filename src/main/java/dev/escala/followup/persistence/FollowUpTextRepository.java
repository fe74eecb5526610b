package dev.escala.followup.persistence;

import java.time.Instant;

import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The words of customers in the table {@code follow_up}. */
@Repository
public class FollowUpTextRepository {

	private final JdbcClient jdbc;

	FollowUpTextRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Empties some of those that were over before.
	 * @return how many
	 */
	@Transactional
	public int empty(Instant before, String gone, Instant now, int most) {
		this.jdbc.sql("""
				UPDATE follow_up_attempt SET note = :gone WHERE note IS NOT NULL AND note <> :gone AND follow_up_id IN
				  (SELECT id FROM follow_up WHERE coalesce(ended_at, due_at) < :before)
				""").param("gone", gone).param("before", Stored.value(before)).update();
		return this.jdbc.sql("""
				UPDATE follow_up SET customer_name = :gone, emptied_at = :now,
				  trouble = CASE WHEN trouble IS NOT NULL THEN :gone END,
				  advice = CASE WHEN advice IS NOT NULL THEN :gone END,
				  question = CASE WHEN question IS NOT NULL THEN :gone END,
				  question_answer = CASE WHEN question_answer IS NOT NULL THEN :gone END,
				  recommended_to = CASE WHEN recommended_to IS NOT NULL THEN :gone END,
				  note = CASE WHEN note IS NOT NULL THEN :gone END
				WHERE id IN (SELECT id FROM follow_up WHERE emptied_at IS NULL AND state NOT IN ('PLANNED', 'CALLING')
				  AND coalesce(ended_at, due_at) < :before ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED)
				""")
			.param("gone", gone)
			.param("now", Stored.value(now))
			.param("before", Stored.value(before))
			.param("most", most)
			.update();
	}

}
