package dev.escala.complaint.decision;

import java.time.Instant;
import java.util.List;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.decision.SimilarDecisions.Similar;
import dev.escala.database.Row;
import dev.escala.database.Stored;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Complaints about the same that were answered. */
@Repository
class SimilarRepository {

	private final JdbcClient jdbc;

	SimilarRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those that were answered since an instant for the same reason and about the same,
	 * the latest first.
	 * @param most as many at most
	 */
	List<Similar> answered(Complaint like, Instant since, int most) {
		return this.jdbc.sql("""
				SELECT number, subject, description, decision, answered_at FROM complaint
				WHERE number <> ? AND answered_at >= ? AND decision IN ('PUT_RIGHT', 'PARTLY', 'REFUSED')
				  AND emptied_at IS NULL AND topic = ? AND reason IS NOT DISTINCT FROM ?
				ORDER BY answered_at DESC, number DESC LIMIT ?
				""")
			.params(Stored.values(like.number(), since, like.statement().topic(), like.traits().reason(), most))
			.query(Row.as((row) -> new Similar(row.caseNumber("number"), row.text("subject"), row.text("description"),
					row.constant("decision", ComplaintOutcome.class), row.instant("answered_at"))))
			.list();
	}

}
