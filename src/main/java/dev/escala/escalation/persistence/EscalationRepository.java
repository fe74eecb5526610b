package dev.escala.escalation.persistence;

import dev.escala.matter.Speciality;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.escala.escalation.Escalation;
import dev.escala.escalation.EscalationType;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.escalation.Report;
import dev.escala.matter.Severity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Escalations in the database. */
@Repository
public class EscalationRepository {

	private final JdbcClient jdbc;

	private final ZoneId zone;

	EscalationRepository(JdbcClient jdbc, @Value("${escala.zone:Europe/Madrid}") ZoneId zone) {
		this.jdbc = jdbc;
		this.zone = zone;
	}

	/** The next free number; the year is the organisation's. */
	public String nextNumber(Instant reportedAt) {
		long next = this.jdbc.sql("SELECT nextval('escalation_number')").query(Long.class).single();
		return String.format(Locale.ROOT, "ESC-%d-%06d", reportedAt.atZone(this.zone).getYear(), next);
	}

	public void insert(Escalation escalation) {
		Report report = escalation.report();
		this.jdbc.sql("""
				INSERT INTO escalation (number, phase, outcome, customer_text, customer_id, origin, reason, criterion,
				  speciality, subject, description, impact, urgency, service, major, severity, type, level, group_id,
				  owner_id, reported_by, reported_at, acknowledged_at, resolved_at, ended_at, external_ref)
				VALUES (:number, :phase, :outcome, :customerText, :customerId, :origin, :reason, :criterion,
				  :speciality, :subject, :description, :impact, :urgency, :service, :major, :severity, :type, :level,
				  :group, :owner, :reportedBy, :reportedAt, :acknowledgedAt, :resolvedAt, :endedAt, :externalRef)
				""")
			.param("number", escalation.number())
			.param("phase", escalation.phase().name())
			.param("outcome", (escalation.outcome() == null) ? null : escalation.outcome().name())
			.param("customerText", report.customer())
			.param("customerId", escalation.customerId())
			.param("origin", report.origin().name())
			.param("reason", report.reason().name())
			.param("criterion", report.criterion().name())
			.param("speciality", report.speciality().name())
			.param("subject", report.subject())
			.param("description", report.description())
			.param("impact", report.impact().name())
			.param("urgency", report.urgency().name())
			.param("service", report.service())
			.param("major", report.major())
			.param("severity", escalation.severity().name())
			.param("type", escalation.type().name())
			.param("level", escalation.level())
			.param("group", escalation.groupId())
			.param("owner", escalation.ownerId())
			.param("reportedBy", escalation.reportedBy())
			.param("reportedAt", Timestamp.from(escalation.reportedAt()))
			.param("acknowledgedAt", timestamp(escalation.acknowledgedAt()))
			.param("resolvedAt", timestamp(escalation.resolvedAt()))
			.param("endedAt", timestamp(escalation.endedAt()))
			.param("externalRef", escalation.externalRef())
			.update();
	}

	public Optional<Escalation> find(String number) {
		return this.jdbc.sql("SELECT * FROM escalation WHERE number = ?")
			.param(number)
			.query(EscalationRepository::map)
			.optional();
	}

	/** Finds the case and keeps others from changing it until the transaction ends. */
	public Optional<Escalation> lock(String number) {
		return this.jdbc.sql("SELECT * FROM escalation WHERE number = ? FOR UPDATE")
			.param(number)
			.query(EscalationRepository::map)
			.optional();
	}

	public Optional<Escalation> findByExternalRef(String reference) {
		return this.jdbc.sql("SELECT * FROM escalation WHERE external_ref = ?")
			.param(reference)
			.query(EscalationRepository::map)
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
	public List<String> openOf(long customerId) {
		return this.jdbc.sql("""
				SELECT number FROM escalation WHERE customer_id = ? AND phase <> 'ENDED'
				UNION SELECT e.number FROM case_detail d JOIN escalation e ON e.number = d.case_number
				      WHERE d.customer_id = ? AND e.phase <> 'ENDED'
				ORDER BY 1
				""").params(customerId, customerId).query(String.class).list();
	}

	/** Sets columns of a case; the names come from our own code, never from a request. */
	public void set(String number, String assignments, Object... values) {
		Object[] parameters = new Object[values.length + 1];
		for (int i = 0; i < values.length; i++) {
			parameters[i] = (values[i] instanceof Instant instant) ? Timestamp.from(instant)
					: (values[i] instanceof Enum<?> constant) ? constant.name() : values[i];
		}
		parameters[values.length] = number;
		this.jdbc.sql("UPDATE escalation SET " + assignments + " WHERE number = ?").params(parameters).update();
	}

	/** The numbers of the customer's open cases. */
	public List<String> openCasesOf(long customerId) {
		return this.jdbc.sql("SELECT number FROM escalation WHERE customer_id = ? AND phase <> 'ENDED' ORDER BY number")
			.param(customerId)
			.query(String.class)
			.list();
	}

	/** Those of the cases that exist, by number. */
	public List<Escalation> findAll(List<String> numbers) {
		if (numbers.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("SELECT * FROM escalation WHERE number IN (:numbers) ORDER BY number")
			.param("numbers", numbers)
			.query(EscalationRepository::map)
			.list();
	}

	static Escalation map(ResultSet row, int n) throws SQLException {
		Report report = new Report(row.getString("customer_text"), Report.Origin.valueOf(row.getString("origin")),
				Report.Reason.valueOf(row.getString("reason")), Report.Criterion.valueOf(row.getString("criterion")),
				Speciality.valueOf(row.getString("speciality")), row.getString("subject"), row.getString("description"),
				Report.Scale.valueOf(row.getString("impact")), Report.Scale.valueOf(row.getString("urgency")),
				row.getString("service"), List.of(), List.of(), row.getBoolean("major"));
		String outcome = row.getString("outcome");
		return new Escalation(row.getString("number"), Phase.valueOf(row.getString("phase")),
				(outcome == null) ? null : Outcome.valueOf(outcome), report, row.getObject("customer_id", Long.class),
				Severity.valueOf(row.getString("severity")), EscalationType.valueOf(row.getString("type")),
				row.getInt("level"), row.getString("group_id"), row.getString("hierarchy_group_id"),
				row.getString("owner_id"), row.getString("reported_by"), instant(row, "reported_at"),
				instant(row, "acknowledged_at"), instant(row, "resolved_at"), instant(row, "ended_at"),
				row.getInt("updates"), row.getObject("satisfaction", Integer.class), row.getBoolean("rca_requested"),
				row.getString("duplicate_of"), row.getString("external_ref"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return (timestamp == null) ? null : timestamp.toInstant();
	}

	private static Timestamp timestamp(Instant instant) {
		return (instant == null) ? null : Timestamp.from(instant);
	}

}
