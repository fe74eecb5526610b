package dev.escala.servicenow;

import java.util.Map;

import dev.escala.escalation.Escalation;
import dev.escala.escalation.EscalationType;
import dev.escala.escalation.Report;
import dev.escala.escalation.course.CaseFile;
import dev.escala.escalation.report.ReportEscalation;
import dev.escala.escalation.report.ReportEscalation.EndedRecord;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether an incident becomes a case, and makes it one. */
@Service
class IncidentIntake {

	private static final String DECISION = "escalationIntake";

	private final Decisions decisions;

	private final ReportEscalation reports;

	private final CaseFile file;

	private final ServiceNowProperties properties;

	IncidentIntake(Decisions decisions, ReportEscalation reports, CaseFile file, ServiceNowProperties properties) {
		this.decisions = decisions;
		this.reports = reports;
		this.file = file;
		this.properties = properties;
	}

	/** Decides; nothing but the facts counts. */
	Verdict decide(Facts facts) {
		Decision decision = this.decisions.decide(null, DECISION, facts.inputs());
		String reason = decision.reason().isBlank() ? "No procede un escalamiento" : decision.reason();
		if (!decision.flag("escalate")) {
			return new Verdict(null, reason);
		}
		EscalationType type = EscalationType.valueOf(decision.text("type"));
		return this.reports.accepts(type) ? new Verdict(type, reason) : new Verdict(null,
				"El escalamiento " + Sentences.within(type.label()) + " no está en uso en esta organización");
	}

	/**
	 * Makes the incident a case, in a transaction of its own: started where it is open,
	 * else only recorded.
	 * @throws org.springframework.dao.DuplicateKeyException where it is one already
	 */
	@Transactional
	void create(IncidentRow row, String states, EscalationType type, UserId user) {
		Report report = IncidentReport.of(row, states, type, this.properties.speciality(row.texts().group()));
		CaseNumber number = row.isOpen() ? start(report, row, type, user)
				: this.reports
					.recordClosed(report, user,
							new EndedRecord(type, row.externalRef(), row.openedAt(), row.resolvedAt(), row.endedAt(),
									IncidentReport.details(row)))
					.number();
		// Again, so that the case remembers why it is one.
		this.decisions.decide(number, DECISION, Facts.of(row).inputs());
	}

	private CaseNumber start(Report report, IncidentRow row, EscalationType type, UserId user) {
		Escalation escalation = this.reports.report(report, user, type, row.externalRef(), row.openedAt());
		// Where it is what a closed case was about, that one goes on.
		CaseNumber working = (escalation.duplicateOf() != null) ? escalation.duplicateOf() : escalation.number();
		IncidentReport.details(row).forEach((kind, texts) -> this.file.addDetails(working, user, kind, texts));
		return escalation.number();
	}

	/**
	 * What the decision reads of an incident.
	 *
	 * @param slaMissed whether its service level was missed
	 * @param priority 1 to 5
	 * @param reassignments how often it moved between groups
	 * @param reopenings how often it came back
	 */
	record Facts(boolean slaMissed, int priority, int reassignments, int reopenings) {

		static Facts of(IncidentRow row) {
			return new Facts(!row.madeSla(), row.priority(), row.reassignments(), row.reopenings());
		}

		private Map<String, Object> inputs() {
			return Map.of("origin", Report.Origin.SYSTEM.name(), "reason", Report.Reason.SERVICE_LEVEL.name(),
					"slaMissed", this.slaMissed, "priority", this.priority, "reassignments", this.reassignments,
					"reopenings", this.reopenings);
		}

	}

	/**
	 * What was decided.
	 *
	 * @param type the type of escalation, or {@code null} where it becomes none
	 * @param reason why, in Spanish
	 */
	record Verdict(EscalationType type, String reason) {
	}

}
