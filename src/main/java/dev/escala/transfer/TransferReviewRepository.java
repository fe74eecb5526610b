package dev.escala.transfer;

import java.time.Instant;
import java.util.List;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which limits a case went beyond. */
@Repository
class TransferReviewRepository {

	private final JdbcClient jdbc;

	TransferReviewRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How often it went from one team to another. */
	int times(CaseNumber number) {
		return this.jdbc.sql("SELECT coalesce(max(times), 0) FROM case_passed WHERE number = ?")
			.param(number.value())
			.query(Integer.class)
			.single();
	}

	/** The groups that had it, in their order; one that kept it stands once. */
	List<String> groups(CaseNumber number) {
		return this.jdbc.sql("""
				SELECT group_id FROM (
				  SELECT id, group_id, lag(group_id) OVER (ORDER BY id) AS before FROM case_holder
				  WHERE case_number = ? AND group_id IS NOT NULL) held
				WHERE before IS DISTINCT FROM group_id ORDER BY id""")
			.param(number.value())
			.query(Row.as((row) -> row.text("group_id")))
			.list();
	}

	/**
	 * Remembers that it went beyond the limit.
	 * @return whether nobody, on no node, had done so
	 */
	boolean addIfNew(CaseNumber number, int allowed, int times, Instant when) {
		return this.jdbc.sql("""
				INSERT INTO transfer_review (case_number, allowed, times, asked_at) VALUES (?, ?, ?, ?)
				ON CONFLICT DO NOTHING""").params(Stored.values(number, allowed, times, when)).update() == 1;
	}

}
