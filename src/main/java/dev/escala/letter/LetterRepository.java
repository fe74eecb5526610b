package dev.escala.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.letter.CustomerLetter.Reading;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.letter.CustomerLetter.Version;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters to customers, their versions and who read them. */
@Repository
class LetterRepository {

	private final JdbcClient jdbc;

	LetterRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a new letter without a text.
	 * @param customerId its only reader, or {@code null}
	 */
	long add(String caseNumber, LetterIntent intent, Long customerId, Instant now) {
		return this.jdbc.sql("""
				INSERT INTO customer_letter (case_number, intent, customer_id, status, created_at)
				VALUES (?, ?, ?, 'WRITTEN', ?) RETURNING id
				""").params(caseNumber, intent.name(), customerId, Timestamp.from(now)).query(Long.class).single();
	}

	void addVersion(long letterId, Version version) {
		this.jdbc.sql("""
				INSERT INTO letter_version (letter_id, version, author, text, findings, override_reason,
				  mentions_legal, mentions_remedy, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(letterId, version.number(), version.author(), version.text(), String.join("\n", version.findings()),
					version.overrideReason(), version.mentionsLegal(), version.mentionsRemedy(),
					Timestamp.from(version.writtenAt()))
			.update();
		status(letterId, Status.WRITTEN);
	}

	void addReading(long letterId, Reading reading) {
		this.jdbc
			.sql("INSERT INTO letter_reading (letter_id, version, reader, approved, comment, read_at)"
					+ " VALUES (?, ?, ?, ?, ?, ?)")
			.params(letterId, reading.version(), reading.reader(), reading.approved(), reading.comment(),
					Timestamp.from(reading.readAt()))
			.update();
		status(letterId, reading.approved() ? Status.APPROVED : Status.SENT_BACK);
	}

	private void status(long letterId, Status status) {
		this.jdbc.sql("UPDATE customer_letter SET status = ? WHERE id = ?").params(status.name(), letterId).update();
	}

	/** Whether somebody has to read it first, and why. */
	void decided(long letterId, Status status, String readers, String reason) {
		this.jdbc.sql("UPDATE customer_letter SET status = ?, readers = ?, reading_reason = ? WHERE id = ?")
			.params(status.name(), readers, reason, letterId)
			.update();
	}

	/** The letter was sent as that step of the case, or never will be. */
	void end(long letterId, Status status, String step, Instant when) {
		this.jdbc.sql("UPDATE customer_letter SET status = ?, step = ?, ended_at = ? WHERE id = ?")
			.params(status.name(), step, Timestamp.from(when), letterId)
			.update();
	}

	/** The letter, if it belongs to that case. */
	Optional<CustomerLetter> find(String caseNumber, long letterId) {
		return this.jdbc.sql("SELECT * FROM customer_letter WHERE case_number = ? AND id = ?")
			.params(caseNumber, letterId)
			.query((row, n) -> letter(row))
			.optional();
	}

	/** The letters of a case, oldest first. */
	List<CustomerLetter> of(String caseNumber) {
		return this.jdbc.sql("SELECT * FROM customer_letter WHERE case_number = ? ORDER BY id")
			.param(caseNumber)
			.query((row, n) -> letter(row))
			.list();
	}

	private CustomerLetter letter(ResultSet row) throws SQLException {
		long id = row.getLong("id");
		return new CustomerLetter(id, row.getString("case_number"), LetterIntent.valueOf(row.getString("intent")),
				row.getObject("customer_id", Long.class), Status.valueOf(row.getString("status")),
				row.getString("readers"), row.getString("reading_reason"), versions(id), readings(id));
	}

	private List<Version> versions(long letterId) {
		return this.jdbc.sql("SELECT * FROM letter_version WHERE letter_id = ? ORDER BY version")
			.param(letterId)
			.query((row, n) -> new Version(row.getInt("version"), row.getString("author"), row.getString("text"),
					row.getString("findings").lines().toList(), row.getString("override_reason"),
					row.getBoolean("mentions_legal"), row.getBoolean("mentions_remedy"),
					row.getTimestamp("written_at").toInstant()))
			.list();
	}

	private List<Reading> readings(long letterId) {
		return this.jdbc.sql("SELECT * FROM letter_reading WHERE letter_id = ? ORDER BY version")
			.param(letterId)
			.query((row, n) -> new Reading(row.getInt("version"), row.getString("reader"), row.getBoolean("approved"),
					row.getString("comment"), row.getTimestamp("read_at").toInstant()))
			.list();
	}

}
