package dev.escala.letter;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.letter.CustomerLetter.Reading;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.letter.CustomerLetter.Version;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

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
	long add(CaseNumber caseNumber, LetterIntent intent, CustomerId customerId, Instant now) {
		return this.jdbc.sql("""
				INSERT INTO customer_letter (case_number, intent, customer_id, status, created_at)
				VALUES (?, ?, ?, 'WRITTEN', ?) RETURNING id
				""").params(Stored.values(caseNumber, intent, customerId, now)).query(Long.class).single();
	}

	public void addVersion(long letterId, Version version) {
		Columns.set("letter_id", letterId)
			.and("version", version.number())
			.and("author", version.author())
			.and("text", version.text())
			.and("findings", String.join("\n", version.findings()))
			.and("override_reason", version.overrideReason())
			.and("mentions_legal", version.mentionsLegal())
			.and("mentions_remedy", version.mentionsRemedy())
			.and("written_at", version.writtenAt())
			.insertInto("letter_version", this.jdbc)
			.update();
		status(letterId, Status.WRITTEN);
	}

	public void addReading(long letterId, Reading reading) {
		Columns.set("letter_id", letterId)
			.and("version", reading.version())
			.and("reader", reading.reader())
			.and("approved", reading.approved())
			.and("comment", reading.comment())
			.and("read_at", reading.readAt())
			.insertInto("letter_reading", this.jdbc)
			.update();
		status(letterId, reading.approved() ? Status.APPROVED : Status.SENT_BACK);
	}

	private void status(long letterId, Status status) {
		this.jdbc.sql("UPDATE customer_letter SET status = ? WHERE id = ?").params(status.name(), letterId).update();
	}

	/** Whether somebody has to read it first, and why. */
	public void decided(long letterId, Status status, String readers, String reason) {
		Columns.set("status", status)
			.and("readers", readers)
			.and("reading_reason", reason)
			.update("customer_letter", "id", letterId, this.jdbc);
	}

	/** The letter was sent as that step of the case, or never will be. */
	public void end(long letterId, Status status, String step, Instant when) {
		Columns.set("status", status)
			.and("step", step)
			.and("ended_at", when)
			.update("customer_letter", "id", letterId, this.jdbc);
	}

	/** The letter, if it belongs to that case. */
	Optional<CustomerLetter> find(CaseNumber caseNumber, long letterId) {
		return this.jdbc.sql("SELECT * FROM customer_letter WHERE case_number = ? AND id = ?")
			.params(caseNumber.value(), letterId)
			.query(Row.as(this::letter))
			.optional();
	}

	/** The letter that was sent as that step of the case. */
	Optional<CustomerLetter> sentAs(CaseNumber caseNumber, String step) {
		return this.jdbc.sql("SELECT * FROM customer_letter WHERE case_number = ? AND step = ?")
			.params(caseNumber.value(), step)
			.query(Row.as(this::letter))
			.optional();
	}

	/** The letters of a case, oldest first. */
	List<CustomerLetter> letters(CaseNumber caseNumber) {
		return this.jdbc.sql("SELECT * FROM customer_letter WHERE case_number = ? ORDER BY id")
			.param(caseNumber.value())
			.query(Row.as(this::letter))
			.list();
	}

	/** See {@link LastLetters#matters}. */
	List<CaseNumber> mattersOfLast(UserId author, LetterIntent intent, CaseNumber except, int limit) {
		return this.jdbc.sql("""
				SELECT l.case_number FROM customer_letter l
				WHERE l.intent = ? AND l.status <> 'DROPPED' AND l.case_number <> ?
				  AND EXISTS (SELECT FROM letter_version v WHERE v.letter_id = l.id AND v.author = ?)
				ORDER BY l.id DESC LIMIT ?
				""")
			.params(Stored.values(intent, except, author, limit))
			.query(Row.as((row) -> row.caseNumber("case_number")))
			.list();
	}

	private CustomerLetter letter(Row row) throws SQLException {
		long id = row.longNumber("id");
		return new CustomerLetter(id, row.caseNumber("case_number"), row.constant("intent", LetterIntent.class),
				row.customerId("customer_id"), row.constant("status", Status.class), row.text("readers"),
				row.text("reading_reason"), versions(id), readings(id));
	}

	private List<Version> versions(long letterId) {
		return this.jdbc.sql("SELECT * FROM letter_version WHERE letter_id = ? ORDER BY version")
			.param(letterId)
			.query(Row.as((row) -> new Version(row.number("version"), row.userId("author"), row.text("text"),
					row.text("findings").lines().toList(), row.text("override_reason"), row.flag("mentions_legal"),
					row.flag("mentions_remedy"), row.instant("written_at"))))
			.list();
	}

	private List<Reading> readings(long letterId) {
		return this.jdbc.sql("SELECT * FROM letter_reading WHERE letter_id = ? ORDER BY version")
			.param(letterId)
			.query(Row.as((row) -> new Reading(row.number("version"), row.userId("reader"), row.flag("approved"),
					row.text("comment"), row.instant("read_at"))))
			.list();
	}

}
