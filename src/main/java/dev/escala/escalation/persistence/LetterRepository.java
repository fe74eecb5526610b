package dev.escala.escalation.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.escalation.CaseLetter;
import dev.escala.escalation.CaseLetter.Reading;
import dev.escala.escalation.CaseLetter.Status;
import dev.escala.escalation.CaseLetter.Version;
import dev.escala.letter.LetterIntent;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters to customers, their versions and who read them. */
@Repository
public class LetterRepository {

	private final JdbcClient jdbc;

	LetterRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps a new letter without a text.
	 * @param customerId its only reader, or {@code null}
	 */
	public long add(String caseNumber, LetterIntent intent, Long customerId, Instant now) {
		return this.jdbc.sql("""
				INSERT INTO customer_letter (case_number, intent, customer_id, status, created_at)
				VALUES (?, ?, ?, 'WRITTEN', ?) RETURNING id
				""").params(Stored.values(caseNumber, intent.name(), customerId, now)).query(Long.class).single();
	}

	public void addVersion(long letterId, Version version) {
		this.jdbc.sql("""
				INSERT INTO letter_version (letter_id, version, author, text, findings, override_reason,
				  mentions_legal, mentions_remedy, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(Stored.values(letterId, version.number(), version.author(), version.text(),
					String.join("\n", version.findings()), version.overrideReason(), version.mentionsLegal(),
					version.mentionsRemedy(), version.writtenAt()))
			.update();
		status(letterId, Status.WRITTEN);
	}

	public void addReading(long letterId, Reading reading) {
		this.jdbc
			.sql("INSERT INTO letter_reading (letter_id, version, reader, approved, comment, read_at)"
					+ " VALUES (?, ?, ?, ?, ?, ?)")
			.params(Stored.values(letterId, reading.version(), reading.reader(), reading.approved(), reading.comment(),
					reading.readAt()))
			.update();
		status(letterId, reading.approved() ? Status.APPROVED : Status.SENT_BACK);
	}

	private void status(long letterId, Status status) {
		this.jdbc.sql("UPDATE customer_letter SET status = ? WHERE id = ?").params(status.name(), letterId).update();
	}

	/** Whether somebody has to read it first, and why. */
	public void decided(long letterId, Status status, String readers, String reason) {
		this.jdbc.sql("UPDATE customer_letter SET status = ?, readers = ?, reading_reason = ? WHERE id = ?")
			.params(status.name(), readers, reason, letterId)
			.update();
	}

	/** The letter was sent as that step of the case, or never will be. */
	public void end(long letterId, Status status, String step, Instant when) {
		this.jdbc.sql("UPDATE customer_letter SET status = ?, step = ?, ended_at = ? WHERE id = ?")
			.params(Stored.values(status.name(), step, when, letterId))
			.update();
	}

	/** The letter, if it belongs to that case. */
	public Optional<CaseLetter> find(String caseNumber, long letterId) {
		return this.jdbc.sql("SELECT * FROM customer_letter WHERE case_number = ? AND id = ?")
			.params(caseNumber, letterId)
			.query(Row.as(this::letter))
			.optional();
	}

	/** The letters of a case, oldest first. */
	public List<CaseLetter> of(String caseNumber) {
		return this.jdbc.sql("SELECT * FROM customer_letter WHERE case_number = ? ORDER BY id")
			.param(caseNumber)
			.query(Row.as(this::letter))
			.list();
	}

	private CaseLetter letter(Row row) throws SQLException {
		long id = row.longNumber("id");
		return new CaseLetter(id, row.text("case_number"), row.constant("intent", LetterIntent.class),
				row.longNumberOrNull("customer_id"), row.constant("status", Status.class), row.text("readers"),
				row.text("reading_reason"), versions(id), readings(id));
	}

	private List<Version> versions(long letterId) {
		return this.jdbc.sql("SELECT * FROM letter_version WHERE letter_id = ? ORDER BY version")
			.param(letterId)
			.query(Row.as((row) -> new Version(row.number("version"), row.text("author"), row.text("text"),
					row.text("findings").lines().toList(), row.text("override_reason"), row.flag("mentions_legal"),
					row.flag("mentions_remedy"), row.instant("written_at"))))
			.list();
	}

	private List<Reading> readings(long letterId) {
		return this.jdbc.sql("SELECT * FROM letter_reading WHERE letter_id = ? ORDER BY version")
			.param(letterId)
			.query(Row.as((row) -> new Reading(row.number("version"), row.text("reader"), row.flag("approved"),
					row.text("comment"), row.instant("read_at"))))
			.list();
	}

}
