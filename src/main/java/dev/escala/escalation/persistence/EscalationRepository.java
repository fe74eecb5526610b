package dev.escala.escalation.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.database.Columns;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.EscalationType;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.escalation.Report;
import dev.escala.matter.Severity;
import dev.escala.matter.Speciality;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.transfer.HolderRepository;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Escalations in the database. */
@Repository
public class EscalationRepository {

	private static final String TABLE = "escalation";

	private final JdbcClient jdbc;

	private final ReadableNumbers numbers;

	private final HolderRepository holders;

	EscalationRepository(JdbcClient jdbc, ReadableNumbers numbers, HolderRepository holders) {
		this.jdbc = jdbc;
		this.numbers = numbers;
		this.holders = holders;
	}

	/** The next free number. */
	public CaseNumber nextNumber(Instant reportedAt) {
		return new CaseNumber(this.numbers.next("ESC", "escalation_number", reportedAt));
	}

	public void insert(Escalation escalation) {
		Report report = escalation.report();
		Columns.set("number", escalation.number())
			.and("phase", escalation.phase())
			.and("outcome", escalation.outcome())
			.and("customer_text", report.customer())
			.and("customer_id", escalation.customerId())
			.and("origin", report.origin())
			.and("reason", report.reason())
			.and("criterion", report.criterion())
			.and("speciality", report.speciality())
			.and("subject", report.subject())
			.and("description", report.description())
			.and("impact", report.impact())
			.and("urgency", report.urgency())
			.and("service", report.service())
			.and("major", report.major())
			.and("severity", escalation.severity())
			.and("type", escalation.type())
			.and("level", escalation.level())
			.and("group_id", escalation.groupId())
			.and("owner_id", escalation.ownerId())
			.and("reported_by", escalation.reportedBy())
			.and("reported_at", escalation.reportedAt())
			.and("acknowledged_at", escalation.acknowledgedAt())
			.and("resolved_at", escalation.resolvedAt())
			.and("ended_at", escalation.endedAt())
			.and("external_ref", escalation.externalRef())
			.insertInto(TABLE, this.jdbc)
			.update();
		this.holders.changed(escalation.number());
	}

	public Optional<Escalation> find(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM escalation WHERE number = ?")
			.param(number.value())
			.query(Row.as(EscalationRepository::escalation))
			.optional();
	}

	/** Finds the case and keeps others from changing it until the transaction ends. */
	public Optional<Escalation> lock(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM escalation WHERE number = ? FOR UPDATE")
			.param(number.value())
			.query(Row.as(EscalationRepository::escalation))
			.optional();
	}

	/** Those of the given records of another system that a case was made of. */
	public Set<String> knownExternalRefs(Collection<String> references) {
		if (references.isEmpty()) {
			return Set.of();
		}
		return this.jdbc.sql("SELECT external_ref FROM escalation WHERE external_ref IN (:references)")
			.param("references", references)
			.query(String.class)
			.set();
	}

	/** The open cases that are about a customer or affect it. */
	public List<CaseNumber> openOf(CustomerId customerId) {
		return this.jdbc.sql("""
				SELECT number FROM escalation WHERE customer_id = ? AND phase <> 'ENDED'
				UNION SELECT e.number FROM case_detail d JOIN escalation e ON e.number = d.case_number
				      WHERE d.customer_id = ? AND e.phase <> 'ENDED'
				ORDER BY 1
				""")
			.params(customerId.value(), customerId.value())
			.query(Row.as((row) -> row.caseNumber("number")))
			.list();
	}

	/** It is about this customer. */
	public void identify(CaseNumber number, CustomerId customerId) {
		change(number, Columns.set("customer_id", customerId));
	}

	/** What it does to the customer, and how soon it must end. */
	public void weigh(CaseNumber number, Report.Scale impact, Report.Scale urgency) {
		change(number, Columns.set("impact", impact).and("urgency", urgency));
	}

	/** How severe it is. */
	public void rate(CaseNumber number, Severity severity) {
		change(number, Columns.set("severity", severity));
	}

	/** This group has it. */
	public void route(CaseNumber number, String groupId) {
		change(number, Columns.set("group_id", groupId));
		this.holders.changed(number);
	}

	/** It needs another speciality. */
	public void specialise(CaseNumber number, Speciality speciality) {
		change(number, Columns.set("speciality", speciality));
	}

	/** It reached a level, at which this group decides. */
	public void raise(CaseNumber number, int level, String groupId) {
		change(number, Columns.set("level", level).and("hierarchy_group_id", groupId));
	}

	/** This person answers for it from now on, or nobody where that is {@code null}. */
	public void assign(CaseNumber number, UserId ownerId) {
		change(number, Columns.set("owner_id", ownerId));
		this.holders.changed(number);
	}

	/** Somebody took it over; the first time acknowledges it. */
	public void takeOver(CaseNumber number, UserId ownerId, Instant when, Phase phase) {
		this.jdbc
			.sql("UPDATE escalation SET owner_id = ?, acknowledged_at = coalesce(acknowledged_at, ?), phase = ? "
					+ "WHERE number = ?")
			.params(Stored.values(ownerId, when, phase, number))
			.update();
		this.holders.changed(number);
	}

	/** It goes on to a phase. */
	public void enter(CaseNumber number, Phase phase) {
		change(number, Columns.set("phase", phase));
	}

	/** The customer can work again; what is left is to close it. */
	public void resolve(CaseNumber number, Phase phase, Instant when) {
		change(number, Columns.set("phase", phase).and("resolved_at", when));
	}

	/** It is over; the first time that it is closed is kept, also if it comes back. */
	public void end(CaseNumber number, Phase phase, Outcome outcome, Instant when) {
		this.jdbc
			.sql("UPDATE escalation SET phase = ?, outcome = ?, ended_at = ?, "
					+ "first_closed_at = coalesce(first_closed_at, ?) WHERE number = ?")
			.params(Stored.values(phase, outcome, when, outcome.isClosed() ? when : null, number))
			.update();
	}

	/** It ended as a copy of another case. */
	public void linkToOriginal(CaseNumber number, CaseNumber original) {
		change(number, Columns.set("duplicate_of", original));
	}

	/** The cases that ended as copies of this one, or of a copy of it, in order. */
	public List<CaseNumber> duplicatesOf(CaseNumber number) {
		return this.jdbc.sql("""
				WITH RECURSIVE copy AS (SELECT number FROM escalation WHERE duplicate_of = ?
				  UNION SELECT e.number FROM escalation e JOIN copy c ON e.duplicate_of = c.number)
				SELECT number FROM copy ORDER BY number
				""").param(number.value()).query(Row.as((row) -> row.caseNumber("number"))).list();
	}

	/** It is worked on again. */
	public void reopen(CaseNumber number, Phase phase) {
		change(number, Columns.set("phase", phase).and("outcome", null).and("resolved_at", null).and("ended_at", null));
	}

	/** How satisfied the customer is with it, from 1 to 5. */
	public void keepSatisfaction(CaseNumber number, Integer score) {
		change(number, Columns.set("satisfaction", score));
	}

	/** A root-cause analysis was asked for. */
	public void requestAnalysis(CaseNumber number) {
		change(number, Columns.set("rca_requested", true));
	}

	private void change(CaseNumber number, Columns columns) {
		columns.update(TABLE, "number", number, this.jdbc);
	}

	/** The numbers of the customer's open cases. */
	public List<CaseNumber> openCasesOf(CustomerId customerId) {
		return this.jdbc.sql("SELECT number FROM escalation WHERE customer_id = ? AND phase <> 'ENDED' ORDER BY number")
			.param(customerId.value())
			.query(Row.as((row) -> row.caseNumber("number")))
			.list();
	}

	/** Those of the cases that exist, by number. */
	public List<Escalation> findAll(List<CaseNumber> numbers) {
		if (numbers.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("SELECT * FROM escalation WHERE number = ANY(?) ORDER BY number")
			.param(Stored.texts(numbers))
			.query(Row.as(EscalationRepository::escalation))
			.list();
	}

	private static Escalation escalation(Row row) throws SQLException {
		Report report = new Report(row.text("customer_text"), row.constant("origin", Report.Origin.class),
				row.constant("reason", Report.Reason.class), row.constant("criterion", Report.Criterion.class),
				row.constant("speciality", Speciality.class), row.text("subject"), row.text("description"),
				row.constant("impact", Report.Scale.class), row.constant("urgency", Report.Scale.class),
				row.text("service"), List.of(), List.of(), row.flag("major"));
		return new Escalation(row.caseNumber("number"), row.constant("phase", Phase.class),
				row.constant("outcome", Outcome.class), report, row.customerId("customer_id"),
				row.constant("severity", Severity.class), row.constant("type", EscalationType.class),
				row.number("level"), row.text("group_id"), row.text("hierarchy_group_id"), row.userId("owner_id"),
				row.userId("reported_by"), row.instant("reported_at"), row.instant("acknowledged_at"),
				row.instant("resolved_at"), row.instant("ended_at"), row.numberOrNull("satisfaction"),
				row.flag("rca_requested"), row.caseNumber("duplicate_of"), row.text("external_ref"));
	}

}
