package dev.escala.escalation.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.escalation.ActionPlan;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.CaseNote;
import dev.escala.escalation.TaskForce;

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
	public void addDetail(String caseNumber, CaseDetail.Kind kind, String text, Long customerId) {
		this.jdbc
			.sql("INSERT INTO case_detail (case_number, kind, text, customer_id) VALUES (?, ?, ?, ?)"
					+ " ON CONFLICT (case_number, kind, text) DO NOTHING")
			.params(caseNumber, kind.name(), text, customerId)
			.update();
	}

	public List<CaseDetail> details(String caseNumber) {
		return this.jdbc
			.sql("SELECT id, kind, text, customer_id, settled_at FROM case_detail WHERE case_number = ? ORDER BY id")
			.param(caseNumber)
			.query(Row.as((row) -> new CaseDetail(row.longNumber("id"), row.constant("kind", CaseDetail.Kind.class),
					row.text("text"), row.longNumberOrNull("customer_id"), row.instant("settled_at"))))
			.list();
	}

	public boolean settle(String caseNumber, long id, String by, Instant at) {
		return this.jdbc
			.sql("UPDATE case_detail SET settled_at = ?, settled_by = ? WHERE case_number = ? AND id = ?"
					+ " AND settled_at IS NULL")
			.params(Stored.values(at, by, caseNumber, id))
			.update() == 1;
	}

	public void addNote(String caseNumber, CaseNote.Kind kind, String text, String author, Instant at) {
		this.jdbc.sql("INSERT INTO case_note (case_number, kind, text, author, written_at) VALUES (?, ?, ?, ?, ?)")
			.params(Stored.values(caseNumber, kind.name(), text, author, at))
			.update();
	}

	public List<CaseNote> notes(String caseNumber) {
		return this.jdbc.sql("SELECT kind, text, author, written_at FROM case_note WHERE case_number = ? ORDER BY id")
			.param(caseNumber)
			.query(Row.as((row) -> new CaseNote(row.constant("kind", CaseNote.Kind.class), row.text("text"),
					row.text("author"), row.instant("written_at"))))
			.list();
	}

	public void addPlan(String caseNumber, ActionPlan plan) {
		this.jdbc
			.sql("INSERT INTO action_plan (case_number, version, steps, working_days, customer_message, reason, author,"
					+ " written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(Stored.values(caseNumber, plan.version(), String.join("\n", plan.steps()), plan.workingDays(),
					plan.customerMessage(), plan.reason(), plan.author(), plan.writtenAt()))
			.update();
	}

	/** What the customer was told of the latest plan in the end. */
	public void planTold(String caseNumber, String message) {
		this.jdbc
			.sql("UPDATE action_plan SET customer_message = ? WHERE case_number = ? AND version = "
					+ "(SELECT max(version) FROM action_plan WHERE case_number = ?)")
			.params(message, caseNumber, caseNumber)
			.update();
	}

	public Optional<ActionPlan> latestPlan(String caseNumber) {
		return this.jdbc.sql("SELECT * FROM action_plan WHERE case_number = ? ORDER BY version DESC LIMIT 1")
			.param(caseNumber)
			.query(Row.as((row) -> new ActionPlan(row.number("version"), row.text("steps").lines().toList(),
					row.number("working_days"), row.text("customer_message"), row.text("reason"), row.text("author"),
					row.instant("written_at"))))
			.optional();
	}

	public void addTaskForce(String caseNumber, TaskForce force) {
		this.jdbc.sql(
				"INSERT INTO task_force (case_number, number, lead, members, goal, formed_at) VALUES (?, ?, ?, ?, ?, ?)")
			.params(Stored.values(caseNumber, force.number(), force.lead(), String.join("\n", force.members()),
					force.goal(), force.formedAt()))
			.update();
	}

	public List<TaskForce> taskForces(String caseNumber) {
		return this.jdbc.sql("SELECT * FROM task_force WHERE case_number = ? ORDER BY number")
			.param(caseNumber)
			.query(Row
				.as((row) -> new TaskForce(row.number("number"), row.text("lead"), row.text("members").lines().toList(),
						row.text("goal"), row.instant("formed_at"), row.instant("disbanded_at"))))
			.list();
	}

	public int disbandTaskForces(String caseNumber, Instant at) {
		return this.jdbc.sql("UPDATE task_force SET disbanded_at = ? WHERE case_number = ? AND disbanded_at IS NULL")
			.params(Stored.values(at, caseNumber))
			.update();
	}

}
