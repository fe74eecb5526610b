package dev.escala.escalation.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.escalation.ActionPlan;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.TaskForce;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is collected around a case: details, notes, plans, task forces. */
@Repository
public class CaseFileRepository {

	private final JdbcClient jdbc;

	CaseFileRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds a detail; the same kind and text is kept once. */
	public void addDetail(CaseNumber caseNumber, CaseDetail.Kind kind, String text, CustomerId customerId) {
		Columns.set("case_number", caseNumber)
			.and("kind", kind)
			.and("text", text)
			.and("customer_id", customerId)
			.insertInto("case_detail", "ON CONFLICT (case_number, kind, text) DO NOTHING", this.jdbc)
			.update();
	}

	public List<CaseDetail> details(CaseNumber caseNumber) {
		return this.jdbc
			.sql("SELECT id, kind, text, customer_id, settled_at FROM case_detail WHERE case_number = ? ORDER BY id")
			.param(caseNumber.value())
			.query(Row.as((row) -> new CaseDetail(row.longNumber("id"), row.constant("kind", CaseDetail.Kind.class),
					row.text("text"), row.customerId("customer_id"), row.instant("settled_at"))))
			.list();
	}

	/** The cases that name this one as a linked record, a hundred at most, in order. */
	public List<CaseNumber> linking(CaseNumber number) {
		return this.jdbc.sql("""
				SELECT case_number FROM case_detail
				WHERE kind = 'LINKED_RECORD' AND text LIKE 'ESC-%' AND text = ? ORDER BY case_number LIMIT 100
				""").param(number.value()).query(Row.as((row) -> row.caseNumber("case_number"))).list();
	}

	public boolean settle(CaseNumber caseNumber, long id, UserId by, Instant at) {
		return this.jdbc
			.sql("UPDATE case_detail SET settled_at = ?, settled_by = ? WHERE case_number = ? AND id = ?"
					+ " AND settled_at IS NULL")
			.params(Stored.values(at, by, caseNumber, id))
			.update() == 1;
	}

	/**
	 * Takes a detail off the case; it is kept elsewhere.
	 * @return whether it was there: of two who do it at once one does
	 */
	public boolean unlink(CaseNumber caseNumber, long id, UserId by, Instant at, String reason) {
		return this.jdbc.sql("""
				WITH gone AS (DELETE FROM case_detail WHERE case_number = ? AND id = ? RETURNING *)
				INSERT INTO unlinked_detail (id, case_number, kind, text, customer_id, settled_at, settled_by, reason,
				                             unlinked_by, unlinked_at)
				SELECT id, case_number, kind, text, customer_id, settled_at, settled_by, ?, ?, ? FROM gone
				""").params(Stored.values(caseNumber, id, reason, by, at)).update() == 1;
	}

	/** Who took a detail off the case, if somebody did. */
	public Optional<UserId> unlinkedBy(CaseNumber caseNumber, long id) {
		return this.jdbc.sql("SELECT unlinked_by FROM unlinked_detail WHERE case_number = ? AND id = ?")
			.params(caseNumber.value(), id)
			.query(Row.as((row) -> row.userId("unlinked_by")))
			.optional();
	}

	public void addPlan(CaseNumber caseNumber, ActionPlan plan) {
		Columns.set("case_number", caseNumber)
			.and("version", plan.version())
			.and("steps", String.join("\n", plan.steps()))
			.and("working_days", plan.workingDays())
			.and("customer_message", plan.customerMessage())
			.and("reason", plan.reason())
			.and("author", plan.author())
			.and("written_at", plan.writtenAt())
			.and("pending", plan.pending())
			.insertInto("action_plan", this.jdbc)
			.update();
	}

	/**
	 * What the customer was told of the plan in the end: it counts from now.
	 * @param change whether it was the change that waits for that, and not the plan
	 * before
	 */
	public void planTold(CaseNumber caseNumber, String message, boolean change) {
		this.jdbc
			.sql("UPDATE action_plan SET customer_message = ?, pending = false WHERE case_number = ? AND version = "
					+ "(SELECT max(version) FROM action_plan WHERE case_number = ? AND (? OR NOT pending))")
			.params(message, caseNumber.value(), caseNumber.value(), change)
			.update();
	}

	/** All versions, oldest first. */
	public List<ActionPlan> plans(CaseNumber caseNumber) {
		return this.jdbc.sql("SELECT * FROM action_plan WHERE case_number = ? ORDER BY version")
			.param(caseNumber.value())
			.query(Row.as((row) -> new ActionPlan(row.number("version"), row.text("steps").lines().toList(),
					row.number("working_days"), row.text("customer_message"), row.text("reason"), row.userId("author"),
					row.instant("written_at"), row.flag("pending"))))
			.list();
	}

	public void addTaskForce(CaseNumber caseNumber, TaskForce force) {
		Columns.set("case_number", caseNumber)
			.and("number", force.number())
			.and("lead", force.lead())
			.and("members", String.join("\n", force.members().stream().map(UserId::value).toList()))
			.and("goal", force.goal())
			.and("formed_at", force.formedAt())
			.insertInto("task_force", this.jdbc)
			.update();
	}

	public List<TaskForce> taskForces(CaseNumber caseNumber) {
		return this.jdbc.sql("SELECT * FROM task_force WHERE case_number = ? ORDER BY number")
			.param(caseNumber.value())
			.query(Row.as((row) -> new TaskForce(row.number("number"), row.userId("lead"),
					row.text("members").lines().map(UserId::new).toList(), row.text("goal"), row.instant("formed_at"),
					row.instant("disbanded_at"))))
			.list();
	}

	public int disbandTaskForces(CaseNumber caseNumber, Instant at) {
		return this.jdbc.sql("UPDATE task_force SET disbanded_at = ? WHERE case_number = ? AND disbanded_at IS NULL")
			.params(Stored.values(at, caseNumber))
			.update();
	}

}
