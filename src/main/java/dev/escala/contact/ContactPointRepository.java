package dev.escala.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The points of what customers said who wait for a reply. */
@Repository
class ContactPointRepository {

	private final JdbcClient jdbc;

	ContactPointRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a point behind the others of a contact. */
	void add(long contact, SaidPoints.Said said, boolean quotable) {
		this.jdbc.sql("""
				INSERT INTO contact_point (contact_id, position, text, question, quotable)
				SELECT ?, coalesce(max(position), 0) + 1, ?, ?, ? FROM contact_point WHERE contact_id = ?
				""").params(contact, said.text(), said.question(), quotable, contact).update();
	}

	/** The points of all who wait, as they were said. */
	List<ContactPoint> waiting(CaseNumber number) {
		return this.jdbc
			.sql("""
					SELECT p.*, c.contacted_at, c.customer_id FROM contact_point p JOIN case_contact c ON c.id = p.contact_id
					WHERE c.case_number = ? AND c.replied_at IS NULL ORDER BY c.id, p.position
					""")
			.param(number.value())
			.query(Row.as((row) -> new ContactPoint(row.longNumber("id"), row.instant("contacted_at"),
					row.customerId("customer_id"), row.text("text"), row.flag("question"), row.flag("quotable"),
					row.text("answer"), row.text("no_answer_reason"), row.userId("decided_by"), row.number("version"))))
			.list();
	}

	/** The contact that came last of those who wait. */
	Optional<Waiting> lastWaiting(CaseNumber number) {
		return this.jdbc.sql("""
				SELECT id, contacted_at FROM case_contact WHERE case_number = ? AND replied_at IS NULL
				ORDER BY id DESC LIMIT 1
				""")
			.param(number.value())
			.query(Row.as((row) -> new Waiting(row.longNumber("id"), row.instant("contacted_at"))))
			.optional();
	}

	/** Answers or drops it. */
	void decide(ContactPoint point, String answer, String noAnswerReason, UserId by, Instant when) {
		Columns.set("answer", answer)
			.and("no_answer_reason", noAnswerReason)
			.and("decided_by", by)
			.and("decided_at", when)
			.and("version", point.version() + 1)
			.update("contact_point", "id", point.id(), this.jdbc);
	}

	/** The words of the second one stand behind those of the first one. */
	void merge(ContactPoint first, ContactPoint second) {
		this.jdbc
			.sql("UPDATE contact_point SET text = ?, question = ?, quotable = ?, version = version + 1 WHERE id = ?")
			.params(Stored.values(first.text() + " " + second.text(), first.question() || second.question(),
					first.quotable() && second.quotable(), first.id()))
			.update();
		this.jdbc.sql("DELETE FROM contact_point WHERE id = ?").param(second.id()).update();
	}

	/** A contact that waits for its reply. */
	record Waiting(long id, Instant contactedAt) {
	}

}
