package dev.escala.escalatedcomplaint;

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

/** Which escalation began with which complaint: {@code complaint_escalation}. */
@Repository
class EscalatedComplaintRepository {

	private static final Row.Reading<EscalatedComplaint> READING = (row) -> new EscalatedComplaint(
			row.caseNumber("complaint_number"), row.caseNumber("escalation_number"), row.userId("started_by"),
			row.instant("started_at"), row.flag("awaited"), row.constant("ending", EscalationEnding.class),
			row.instant("ended_at"));

	private final JdbcClient jdbc;

	EscalatedComplaintRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseNumber complaint, CaseNumber escalation, UserId by, Instant at) {
		Columns.set("escalation_number", escalation)
			.and("complaint_number", complaint)
			.and("started_by", by)
			.and("started_at", at)
			.and("awaited", false)
			.insertInto("complaint_escalation", this.jdbc)
			.update();
	}

	/** The one that runs for the complaint. */
	Optional<EscalatedComplaint> running(CaseNumber complaint) {
		return this.jdbc.sql("SELECT * FROM complaint_escalation WHERE complaint_number = ? AND ended_at IS NULL")
			.param(complaint.value())
			.query(Row.as(READING))
			.optional();
	}

	/** All of a complaint, the oldest first. */
	List<EscalatedComplaint> ofComplaint(CaseNumber complaint) {
		return this.jdbc.sql("SELECT * FROM complaint_escalation WHERE complaint_number = ? ORDER BY started_at")
			.param(complaint.value())
			.query(Row.as(READING))
			.list();
	}

	Optional<EscalatedComplaint> ofEscalation(CaseNumber escalation) {
		return this.jdbc.sql("SELECT * FROM complaint_escalation WHERE escalation_number = ?")
			.param(escalation.value())
			.query(Row.as(READING))
			.optional();
	}

	void await(CaseNumber escalation, boolean awaited) {
		this.jdbc.sql("UPDATE complaint_escalation SET awaited = ? WHERE escalation_number = ? AND ended_at IS NULL")
			.params(awaited, escalation.value())
			.update();
	}

	/**
	 * What it was started for has come.
	 * @return whether it had not come before
	 */
	boolean end(CaseNumber escalation, EscalationEnding ending, Instant at) {
		return this.jdbc
			.sql("UPDATE complaint_escalation SET awaited = false, ending = ?, ended_at = ? "
					+ "WHERE escalation_number = ? AND ended_at IS NULL")
			.params(Stored.values(ending, at, escalation))
			.update() == 1;
	}

}
