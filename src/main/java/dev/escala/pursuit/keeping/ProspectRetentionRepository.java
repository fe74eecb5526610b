package dev.escala.pursuit.keeping;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pursuits that ended without a sale and whose texts are still there. */
@Repository
class ProspectRetentionRepository {

	private final JdbcClient jdbc;

	ProspectRetentionRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those with an outcome that ended before an instant, in the order of their ends; not
	 * those of customers, nor of whom is pursued again.
	 * @param after the last one that was seen, or {@code null} to begin
	 */
	List<Ended> list(KeptOutcome outcome, Instant before, Ended after, int most) {
		return this.jdbc.sql("""
				SELECT p.number, p.ended_at FROM pursuit p
				WHERE p.ended_at < ? AND p.emptied_at IS NULL AND p.party_kind = 'PROSPECT' AND p.customer_id IS NULL
				  AND (?::timestamptz IS NULL OR (p.ended_at, p.number) > (?, ?))
				  AND NOT EXISTS (SELECT FROM pursuit o WHERE o.party_kind = p.party_kind AND o.party_id = p.party_id
				                  AND o.ended_at IS NULL)
				  AND CASE WHEN p.stage_kind = 'SPAM' THEN 'SPAM'
				           WHEN p.stage_kind <> 'LOST' THEN NULL
				           WHEN EXISTS (SELECT FROM left_alone l WHERE l.party_kind = p.party_kind
				                        AND l.party_id = p.party_id) THEN 'LEFT_ALONE'
				           WHEN p.kind = 'PROSPECT' THEN 'REFUSED' ELSE 'LOST' END = ?
				ORDER BY p.ended_at, p.number LIMIT ?
				""")
			.params(Stored.values(before, (after == null) ? null : after.at(), (after == null) ? null : after.at(),
					(after == null) ? null : after.number(), outcome, most))
			.query(Row.as((row) -> new Ended(row.caseNumber("number"), row.instant("ended_at"))))
			.list();
	}

	/** One of them, unless another node has it or has had it. */
	Optional<Ended> take(Ended ended) {
		return this.jdbc.sql("""
				SELECT number, ended_at FROM pursuit
				WHERE number = ? AND ended_at = ? AND emptied_at IS NULL FOR UPDATE SKIP LOCKED
				""")
			.params(Stored.values(ended.number(), ended.at()))
			.query(Row.as((row) -> new Ended(row.caseNumber("number"), row.instant("ended_at"))))
			.optional();
	}

	void emptied(Collection<CaseNumber> numbers, Instant at) {
		this.jdbc.sql("UPDATE pursuit SET emptied_at = coalesce(emptied_at, ?) WHERE number = ANY(?)")
			.params(Stored.value(at), Stored.texts(numbers))
			.update();
	}

	/**
	 * Whoever is in the register only because they were pursued has no name there any
	 * more. Whom we rejected keeps it, and whoever is asked or promised something: those
	 * entries are what they are about.
	 * @param gone what stands where their name stood
	 */
	void forgetProspect(long id, String gone) {
		this.jdbc.sql("""
				UPDATE prospect p SET name = :gone, search_name = 'suprimido-' || id, bare_name = 'suprimido-' || id,
				  sector = NULL
				WHERE id = :id
				  AND NOT EXISTS (SELECT FROM pursuit u WHERE u.party_kind = 'PROSPECT' AND u.party_id = p.id
				                  AND u.emptied_at IS NULL)
				  AND NOT EXISTS (SELECT FROM prospect_rejection r WHERE r.prospect_id = p.id)
				  AND NOT EXISTS (SELECT FROM internal_request q WHERE q.party_kind = 'PROSPECT' AND q.party_id = p.id)
				  AND NOT EXISTS (SELECT FROM commitment c WHERE c.party_kind = 'PROSPECT' AND c.party_id = p.id)
				""").param("gone", gone).param("id", id).update();
	}

	/**
	 * A pursuit that ended.
	 *
	 * @param number which
	 * @param at when
	 */
	record Ended(CaseNumber number, Instant at) {
	}

}
