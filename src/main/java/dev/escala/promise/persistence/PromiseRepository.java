package dev.escala.promise.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.promise.Expectation;
import dev.escala.promise.Promise;
import dev.escala.promise.PromiseStatus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Promises in the table {@code promise}. */
@Repository
public class PromiseRepository {

	private final JdbcClient jdbc;

	PromiseRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a promise that is to be asked about.
	 * @return its id; empty where the customer of the case has one under way
	 */
	public Optional<Long> add(String caseNumber, long customerId, String content, String user, Instant now) {
		return this.jdbc.sql("""
				INSERT INTO promise (case_number, customer_id, content, status, opened_by, opened_at)
				VALUES (?, ?, ?, 'ASKING', ?, ?) ON CONFLICT DO NOTHING RETURNING id
				""").params(caseNumber, customerId, content, user, Timestamp.from(now)).query(Long.class).optional();
	}

	/**
	 * Sets columns of a promise.
	 * @param columns for example {@code "status = ?, settled_at = ?"}
	 */
	public void set(long id, String columns, Object... values) {
		this.jdbc.sql("UPDATE promise SET " + columns + " WHERE id = ?")
			.params(Stream.concat(Arrays.stream(values).map(PromiseRepository::stored), Stream.of(id)).toList())
			.update();
	}

	private static Object stored(Object value) {
		return (value instanceof Instant instant) ? Timestamp.from(instant)
				: (value instanceof Enum<?> constant) ? constant.name() : value;
	}

	public Optional<Promise> find(long id) {
		return this.jdbc.sql("SELECT * FROM promise WHERE id = ?").param(id).query((row, n) -> read(row)).optional();
	}

	/** The promise, kept from others until the transaction ends. */
	public Optional<Promise> lock(long id) {
		return this.jdbc.sql("SELECT * FROM promise WHERE id = ? FOR UPDATE")
			.param(id)
			.query((row, n) -> read(row))
			.optional();
	}

	/** All promises of the case, oldest first. */
	public List<Promise> of(String caseNumber) {
		return this.jdbc.sql("SELECT * FROM promise WHERE case_number = ? ORDER BY id")
			.param(caseNumber)
			.query((row, n) -> read(row))
			.list();
	}

	private static Promise read(ResultSet row) throws SQLException {
		Expectation expectation = (row.getString("expectation") == null) ? null
				: new Expectation(row.getString("expectation"), Expectation.Priority.valueOf(row.getString("priority")),
						instant(row, "expected_at"));
		return new Promise(row.getLong("id"), row.getString("case_number"), row.getLong("customer_id"),
				row.getString("content"), PromiseStatus.valueOf(row.getString("status")), row.getString("opened_by"),
				instant(row, "opened_at"), expectation, row.getString("asked_by"), instant(row, "asked_at"),
				instant(row, "promised_at"), instant(row, "remind_at"), instant(row, "accepted_at"),
				row.getString("accepted_by"), instant(row, "reminded_at"), row.getString("owner_id"),
				row.getString("group_id"), instant(row, "settled_at"), row.getString("settled_note"),
				instant(row, "apology_due_at"), instant(row, "apologised_at"));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp value = row.getTimestamp(column);
		return (value == null) ? null : value.toInstant();
	}

}
