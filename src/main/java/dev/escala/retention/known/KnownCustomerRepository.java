package dev.escala.retention.known;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What all rooms have written down of a customer. */
@Repository
class KnownCustomerRepository {

	private static final int MOST = 30;

	private final JdbcClient jdbc;

	KnownCustomerRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The numbers of their open matters of every kind. */
	List<CaseNumber> open(CustomerId customer) {
		return this.jdbc.sql("SELECT number FROM case_line WHERE customer_id = ? AND open ORDER BY reported_at, number")
			.param(customer.value())
			.query(Row.as((row) -> row.caseNumber("number")))
			.list();
	}

	/** The numbers of those that ended since. */
	List<CaseNumber> ended(CustomerId customer, Instant since) {
		return this.jdbc.sql("SELECT number FROM case_line WHERE customer_id = ? AND NOT open AND ended_at >= ?")
			.params(Stored.values(customer, since))
			.query(Row.as((row) -> row.caseNumber("number")))
			.list();
	}

	/** Promises to them, the latest first. */
	List<Promised> promises(CustomerId customer) {
		return this.jdbc.sql("""
				SELECT case_number, content, status, promised_at, settled_at FROM promise WHERE customer_id = ?
				ORDER BY settled_at IS NOT NULL, opened_at DESC LIMIT ?
				""")
			.params(customer.value(), MOST)
			.query(Row.as((row) -> new Promised(row.caseNumber("case_number"), row.text("content"), row.text("status"),
					row.instant("promised_at"), row.instant("settled_at"))))
			.list();
	}

	/** When there was a word with them, and in which matter, the latest first. */
	List<Word> words(CustomerId customer) {
		return this.jdbc.sql("""
				SELECT number, at, how FROM (
				  SELECT case_number AS number, contacted_at AS at, 'escribió o llamó' AS how FROM case_contact
				  WHERE customer_id = :customer
				  UNION ALL
				  SELECT case_number, state_at, 'se le llamó' FROM customer_call
				  WHERE customer_id = :customer AND state = 'TOLD'
				  UNION ALL
				  SELECT c.number, c.made_at, 'se le llamó' FROM retention_call c JOIN retention_case r USING (number)
				  WHERE r.customer_id = :customer AND c.step <> 'AGAIN'
				  UNION ALL
				  SELECT c.number, c.called_at, 'se habló con él' FROM pursuit_call c JOIN pursuit p USING (number)
				  WHERE p.customer_id = :customer AND c.result <> 'ATTEMPT'
				  UNION ALL
				  SELECT l.case_number, l.ended_at, 'se le escribió' FROM customer_letter l
				    JOIN case_line m ON m.number = l.case_number
				  WHERE m.customer_id = :customer AND l.status = 'SENT') word
				ORDER BY at DESC LIMIT :most
				""")
			.param("customer", customer.value())
			.param("most", MOST)
			.query(Row.as((row) -> new Word(row.caseNumber("number"), row.instant("at"), row.text("how"))))
			.list();
	}

	/** What they thought of how we did, the latest first. */
	List<Opinion> opinions(CustomerId customer) {
		return this.jdbc.sql("""
				SELECT case_number, score, heard, solved, given_at FROM case_feedback WHERE customer_id = ?
				ORDER BY given_at DESC LIMIT ?
				""")
			.params(customer.value(), MOST)
			.query(Row.as((row) -> new Opinion(row.caseNumber("case_number"), row.number("score"), row.flag("heard"),
					row.flag("solved"), row.instant("given_at"))))
			.list();
	}

	/** The day since which we know them, where anything is known. */
	Optional<Instant> since(CustomerId customer) {
		return this.jdbc.sql("SELECT min(reported_at) AS since FROM case_line WHERE customer_id = ?")
			.param(customer.value())
			.query(Row.as((row) -> Optional.ofNullable(row.instant("since"))))
			.single();
	}

	/**
	 * A promise.
	 *
	 * @param number its matter
	 * @param content what was promised
	 * @param status name of a status of promises
	 * @param promisedAt the date, or {@code null} before one was agreed
	 * @param settledAt when it was over, or {@code null}
	 */
	record Promised(CaseNumber number, String content, String status, Instant promisedAt, Instant settledAt) {
	}

	/**
	 * A word with them.
	 *
	 * @param number the matter
	 * @param at when
	 * @param how the end of a Spanish sentence
	 */
	record Word(CaseNumber number, Instant at, String how) {
	}

	/**
	 * What they thought.
	 *
	 * @param number the matter
	 * @param score 1 to 5
	 * @param heard whether they were heard
	 * @param solved whether it was solved
	 * @param at when
	 */
	record Opinion(CaseNumber number, int score, boolean heard, boolean solved, Instant at) {
	}

}
