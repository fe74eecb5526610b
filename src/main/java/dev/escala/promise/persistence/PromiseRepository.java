package dev.escala.promise.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.promise.Expectation;
import dev.escala.promise.Promise;
import dev.escala.promise.PromiseStatus;
import dev.escala.promise.Proposal;
import dev.escala.promise.SpokenPromise;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Promises in the table {@code promise}. */
@Repository
public class PromiseRepository {

	private static final String TABLE = "promise";

	private final JdbcClient jdbc;

	PromiseRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a promise that is to be asked about.
	 * @return its id; empty where the customer of the case has one under way
	 */
	public Optional<Long> add(CaseNumber caseNumber, CustomerId customerId, String content, UserId user, Instant now) {
		return Columns.set("case_number", caseNumber)
			.and("customer_id", customerId)
			.and("content", content)
			.and("status", PromiseStatus.ASKING)
			.and("opened_by", user)
			.and("opened_at", now)
			.insertInto(TABLE, "ON CONFLICT DO NOTHING RETURNING id", this.jdbc)
			.query(Long.class)
			.optional();
	}

	/**
	 * Adds a promise that was accepted by word.
	 * @return its id; empty where the request has one under way
	 */
	public Optional<Long> add(SpokenPromise promise, Instant now) {
		return Columns.set("case_number", promise.number())
			.and("customer_id", promise.customerId())
			.and("party_name", promise.partyName())
			.and("content", promise.content())
			.and("status", PromiseStatus.ACCEPTED)
			.and("opened_by", promise.acceptedBy())
			.and("opened_at", now)
			.and("promised_at", promise.promisedAt())
			.and("accepted_at", now)
			.and("accepted_by", promise.acceptedBy())
			.and("owner_id", promise.ownerId())
			.and("group_id", promise.groupId())
			.and("spoken", true)
			.insertInto(TABLE, "ON CONFLICT DO NOTHING RETURNING id", this.jdbc)
			.query(Long.class)
			.optional();
	}

	/** The latest spoken promise of the request. */
	public Optional<Promise> spoken(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM promise WHERE case_number = ? AND spoken ORDER BY id DESC LIMIT 1")
			.param(number.value())
			.query(Row.as(PromiseRepository::promise))
			.optional();
	}

	/** It is in another state, and nothing else of it changes. */
	public void enter(long id, PromiseStatus status) {
		change(id, Columns.set("status", status));
	}

	/** What the customer expects, and who asked them. */
	public void expect(long id, PromiseStatus status, Expectation expectation, UserId askedBy, Instant when) {
		change(id,
				Columns.set("status", status)
					.and("expectation", expectation.words())
					.and("priority", expectation.priority())
					.and("expected_at", expectation.wantedAt())
					.and("asked_by", askedBy)
					.and("asked_at", when));
	}

	/** What it is about, in better words. */
	public void rephrase(long id, String content) {
		change(id, Columns.set("content", content));
	}

	/** The customer agreed to what was proposed; of its date nobody was reminded yet. */
	public void agree(long id, PromiseStatus status, Proposal proposal, Instant when, UserId by) {
		change(id,
				Columns.set("status", status)
					.and("content", proposal.estimate().content())
					.and("promised_at", proposal.promisedAt())
					.and("remind_at", proposal.remindAt())
					.and("accepted_at", when)
					.and("accepted_by", by)
					.and("reminded_at", null));
	}

	/** Another date was agreed by word. */
	public void revise(long id, PromiseStatus status, Instant promisedAt, Instant when, UserId by) {
		change(id,
				Columns.set("status", status)
					.and("promised_at", promisedAt)
					.and("accepted_at", when)
					.and("accepted_by", by)
					.and("reminded_at", null));
	}

	/** The owner was reminded of its date. */
	public void remind(long id, Instant when) {
		change(id, Columns.set("reminded_at", when));
	}

	/** Nothing more becomes of it. */
	public void settle(long id, PromiseStatus status, Instant when, UserId by, String note) {
		change(id,
				Columns.set("status", status).and("settled_at", when).and("settled_by", by).and("settled_note", note));
	}

	/** Whose it was when it was settled. */
	public void answerFor(long id, UserId ownerId, String groupId) {
		change(id, Columns.set("owner_id", ownerId).and("group_id", groupId));
	}

	/** By when the customer gets an apology. */
	public void apologyDue(long id, Instant due) {
		change(id, Columns.set("apology_due_at", due));
	}

	public void apologise(long id, Instant when) {
		change(id, Columns.set("apologised_at", when));
	}

	private void change(long id, Columns columns) {
		columns.update(TABLE, "id", id, this.jdbc);
	}

	public Optional<Promise> find(long id) {
		return this.jdbc.sql("SELECT * FROM promise WHERE id = ?")
			.param(id)
			.query(Row.as(PromiseRepository::promise))
			.optional();
	}

	/** The promise, kept from others until the transaction ends. */
	public Optional<Promise> lock(long id) {
		return this.jdbc.sql("SELECT * FROM promise WHERE id = ? FOR UPDATE")
			.param(id)
			.query(Row.as(PromiseRepository::promise))
			.optional();
	}

	/** All promises of the case, oldest first; spoken ones belong to no case. */
	public List<Promise> promises(CaseNumber caseNumber) {
		return this.jdbc.sql("SELECT * FROM promise WHERE case_number = ? AND NOT spoken ORDER BY id")
			.param(caseNumber.value())
			.query(Row.as(PromiseRepository::promise))
			.list();
	}

	private static Promise promise(Row row) throws SQLException {
		Expectation expectation = (row.text("expectation") == null) ? null : new Expectation(row.text("expectation"),
				row.constant("priority", Expectation.Priority.class), row.instant("expected_at"));
		return new Promise(row.longNumber("id"), row.caseNumber("case_number"), row.customerId("customer_id"),
				row.text("party_name"), row.text("content"), row.constant("status", PromiseStatus.class),
				row.userId("opened_by"), row.instant("opened_at"), expectation, row.userId("asked_by"),
				row.instant("asked_at"), row.instant("promised_at"), row.instant("remind_at"),
				row.instant("accepted_at"), row.userId("accepted_by"), row.instant("reminded_at"),
				row.userId("owner_id"), row.text("group_id"), row.instant("settled_at"), row.text("settled_note"),
				row.instant("apology_due_at"), row.instant("apologised_at"), row.flag("spoken"));
	}

}
