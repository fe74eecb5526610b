package dev.escala.complaint.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ended complaints whose texts are still there. */
@Repository
class RetentionRepository {

	private final JdbcClient jdbc;

	RetentionRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The countries that they are of, ISO 3166 in lower case. */
	List<String> countries() {
		return this.jdbc.sql("SELECT DISTINCT country FROM complaint WHERE phase = 'ENDED' AND emptied_at IS NULL")
			.query(String.class)
			.list();
	}

	/**
	 * Those of a country that ended before an instant, in the order of their ends; not
	 * those that a body outside still looks at.
	 * @param after the last one that was seen, or {@code null} to begin
	 */
	List<Ended> list(String country, Instant before, Ended after, int most) {
		return this.jdbc
			.sql("""
					SELECT number, ended_at FROM complaint
					WHERE phase = 'ENDED' AND emptied_at IS NULL AND country = ? AND ended_at < ?
					  AND NOT EXISTS (SELECT FROM complaint_dispute d WHERE d.complaint_number = number AND d.ended_at IS NULL)
					  AND (?::timestamptz IS NULL OR (ended_at, number) > (?, ?))
					ORDER BY ended_at, number LIMIT ?
					""")
			.params(Stored.values(country, before, (after == null) ? null : after.at(),
					(after == null) ? null : after.at(), (after == null) ? null : after.number(), most))
			.query(Row.as((row) -> new Ended(row.caseNumber("number"), row.instant("ended_at"))))
			.list();
	}

	/** One of them, unless another node has it or has had it. */
	Optional<Ended> take(Ended ended) {
		return this.jdbc.sql("""
				SELECT number, ended_at FROM complaint
				WHERE number = ? AND ended_at = ? AND phase = 'ENDED' AND emptied_at IS NULL FOR UPDATE SKIP LOCKED
				""")
			.params(Stored.values(ended.number(), ended.at()))
			.query(Row.as((row) -> new Ended(row.caseNumber("number"), row.instant("ended_at"))))
			.optional();
	}

	void emptied(CaseNumber number, Instant at) {
		Columns.set("emptied_at", at).update("complaint", "number", number, this.jdbc);
	}

	/**
	 * Whoever is a customer only because they complained, and has nothing else with us,
	 * is no customer any more.
	 * @param gone what stands where their name stood
	 */
	void forgetComplainant(CaseNumber number, String gone) {
		List<Long> forgotten = this.jdbc.sql("""
				UPDATE customer u SET name = :gone, search_name = :gone
				FROM complaint c WHERE c.number = :number AND u.id = c.customer_id AND u.code ~ '^R-[0-9]+$'
				  AND NOT EXISTS (SELECT FROM case_line l LEFT JOIN complaint o ON o.number = l.number
				                  WHERE l.customer_id = u.id AND o.emptied_at IS NULL)
				RETURNING u.id
				""")
			.param("gone", gone)
			.param("number", number.value())
			.query(Row.as((row) -> row.longNumber("id")))
			.list();
		forgotten
			.forEach((id) -> this.jdbc.sql("DELETE FROM customer_contact WHERE customer_id = ?").param(id).update());
	}

	/**
	 * A complaint that ended.
	 *
	 * @param number which
	 * @param at when
	 */
	record Ended(CaseNumber number, Instant at) {
	}

}
