package dev.escala.observation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.observation.Observation.Ending;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Observations in the table {@code observation}. */
@Repository
class ObservationRepository {

	private final JdbcClient jdbc;

	ObservationRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Keeps that a matter is observed from now on. */
	long add(CaseNumber number, CustomerId customerId, Instant now, Instant until, int answerDays) {
		return Columns.set("case_number", number)
			.and("customer_id", customerId)
			.and("began_at", now)
			.and("observed_until", until)
			.and("answer_days", answerDays)
			.insertInto("observation", "RETURNING id", this.jdbc)
			.query(Long.class)
			.single();
	}

	Optional<Observation> find(long id) {
		return this.jdbc.sql("SELECT * FROM observation WHERE id = ?")
			.param(id)
			.query(Row.as(ObservationRepository::observation))
			.optional();
	}

	/** The one that lasts. */
	Optional<Observation> current(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM observation WHERE case_number = ? AND ended_at IS NULL")
			.param(number.value())
			.query(Row.as(ObservationRepository::observation))
			.optional();
	}

	/** All of a matter, oldest first. */
	List<Observation> all(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM observation WHERE case_number = ? ORDER BY id")
			.param(number.value())
			.query(Row.as(ObservationRepository::observation))
			.list();
	}

	/** The matters of a customer that are observed, the latest first. */
	List<CaseNumber> of(CustomerId customerId) {
		return this.jdbc
			.sql("SELECT case_number FROM observation WHERE customer_id = ? AND ended_at IS NULL ORDER BY id DESC")
			.param(Stored.value(customerId))
			.query(Row.as((row) -> row.caseNumber("case_number")))
			.list();
	}

	/** The customer is asked now, or once more waited for. */
	void asked(long id, Instant now, Instant answerUntil) {
		this.jdbc.sql("UPDATE observation SET asked_at = coalesce(asked_at, ?), answer_until = ? WHERE id = ?")
			.params(Stored.values(now, answerUntil, id))
			.update();
	}

	/**
	 * Ends the observation.
	 * @return whether it lasted until now: exactly one caller ever gets {@code true}
	 */
	boolean end(long id, Ending ending, UserId by, Instant now) {
		return this.jdbc
			.sql("UPDATE observation SET ending = ?, ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL")
			.params(Stored.values(ending, by, now, id))
			.update() == 1;
	}

	private static Observation observation(Row row) throws SQLException {
		return new Observation(row.longNumber("id"), row.caseNumber("case_number"), row.customerId("customer_id"),
				row.instant("observed_until"), row.number("answer_days"), row.instant("asked_at"),
				row.instant("answer_until"), row.constant("ending", Ending.class));
	}

}
