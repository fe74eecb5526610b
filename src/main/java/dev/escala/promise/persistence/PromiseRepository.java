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
import dev.escala.promise.SpokenPromise;

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
	 * Adds a promise that was accepted by word.
	 * @return its id; empty where the request has one under way
	 */
	public Optional<Long> add(SpokenPromise promise, Instant now) {
		return this.jdbc.sql("""
				INSERT INTO promise (case_number, customer_id, party_name, content, status, opened_by, opened_at,
				  promised_at, accepted_at, accepted_by, owner_id, group_id, spoken)
				VALUES (:number, :customer, :party, :content, 'ACCEPTED', :by, :now, :promisedAt, :now, :by, :owner,
				  :group, true) ON CONFLICT DO NOTHING RETURNING id
				""")
			.param("number", promise.number())
			.param("customer", promise.customerId())
			.param("party", promise.partyName())
			.param("content", promise.content())
			.param("by", promise.acceptedBy())
			.param("now", Timestamp.from(now))
			.param("promisedAt", Timestamp.from(promise.promisedAt()))
			.param("owner", promise.ownerId())
			.param("group", promise.groupId())
			.query(Long.class)
			.optional();
	}

	/** The latest spoken promise of the request. */
	public Optional<Promise> spoken(String number) {
		return this.jdbc.sql("SELECT * FROM promise WHERE case_number = ? AND spoken ORDER BY id DESC LIMIT 1")
			.param(number)
			.query((row, n) -> read(row))
			.optional();
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

	/** All promises of the case, oldest first; spoken ones belong to no case. */
	public List<Promise> of(String caseNumber) {
		return this.jdbc.sql("SELECT * FROM promise WHERE case_number = ? AND NOT spoken ORDER BY id")
			.param(caseNumber)
			.query((row, n) -> read(row))
			.list();
	}

	private static Promise read(ResultSet row) throws SQLException {
		Expectation expectation = (row.getString("expectation") == null) ? null
				: new Expectation(row.getString("expectation"), Expectation.Priority.valueOf(row.getString("priority")),
						instant(row, "expected_at"));
		return new Promise(row.getLong("id"), row.getString("case_number"), row.getObject("customer_id", Long.class),
				row.getString("party_name"), row.getString("content"), PromiseStatus.valueOf(row.getString("status")),
				row.getString("opened_by"), instant(row, "opened_at"), expectation, row.getString("asked_by"),
				instant(row, "asked_at"), instant(row, "promised_at"), instant(row, "remind_at"),
				instant(row, "accepted_at"), row.getString("accepted_by"), instant(row, "reminded_at"),
				row.getString("owner_id"), row.getString("group_id"), instant(row, "settled_at"),
				row.getString("settled_note"), instant(row, "apology_due_at"), instant(row, "apologised_at"),
				row.getBoolean("spoken"));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp value = row.getTimestamp(column);
		return (value == null) ? null : value.toInstant();
	}

}
