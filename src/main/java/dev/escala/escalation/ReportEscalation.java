package dev.escala.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.escalation.persistence.CaseFileRepository;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.servicelevel.Severity;
import dev.escala.timeline.Timeline;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a report and makes it a case with a running process. Start form, API and import
 * all end here, so they give the same result.
 */
@Service
public class ReportEscalation {

	private final EscalationRepository escalations;

	private final CaseFileRepository file;

	private final Customers customers;

	private final Decisions decisions;

	private final Timeline timeline;

	private final EscalationFlow flow;

	private final EscalationSettings settings;

	private final Clock clock;

	ReportEscalation(EscalationRepository escalations, CaseFileRepository file, Customers customers,
			Decisions decisions, Timeline timeline, EscalationFlow flow, EscalationSettings settings, Clock clock) {
		this.escalations = escalations;
		this.file = file;
		this.customers = customers;
		this.decisions = decisions;
		this.timeline = timeline;
		this.flow = flow;
		this.settings = settings;
		this.clock = clock;
	}

	/** Registers the case and starts its process. */
	@Transactional
	public Escalation report(Report report, String reportedBy) {
		return start(register(report, reportedBy));
	}

	/**
	 * The same for a program that must name exactly one customer: a form may leave that
	 * to the first task, a program can look it up.
	 */
	@Transactional
	public Escalation reportForOneCustomer(Report report, String reportedBy) {
		List<Customer> matches = this.customers.match(report.customer());
		if (matches.isEmpty()) {
			throw new InvalidInputException("customer", "No se conoce ningún cliente con el código o el nombre «"
					+ report.customer() + "». Búsquelo en /api/customers o dele de alta.");
		}
		if (matches.size() > 1) {
			throw new InvalidInputException("customer", "Varios clientes coinciden con «" + report.customer() + "»: "
					+ String.join(", ", matches.stream().map(Customer::code).toList()) + ". Indique el código de uno.");
		}
		return report(report, reportedBy);
	}

	/**
	 * The same for a record of another system that should become a case of the given
	 * type.
	 */
	@Transactional
	public Escalation report(Report report, String reportedBy, EscalationType type, String externalRef,
			Instant reportedAt) {
		return start(insert(report, reportedBy, type, externalRef, reportedAt));
	}

	/** Registers a case whose process has been started by a form. */
	@Transactional
	public Escalation register(Report report, String reportedBy) {
		return insert(report, reportedBy, intake(report), null, this.clock.instant());
	}

	private Escalation start(Escalation escalation) {
		this.flow.start(escalation.number());
		return this.escalations.find(escalation.number()).orElseThrow();
	}

	/** A person's report always becomes a case; the table says of which type. */
	private EscalationType intake(Report report) {
		Decision decision = this.decisions.decide(null, "escalationIntake",
				Map.of("origin", report.origin().name(), "reason", report.reason().name(), "slaMissed", false,
						"priority", 3, "reassignments", 0, "reopenings", 0));
		if (!decision.flag("escalate")) {
			throw new InvalidInputException("reason", "No procede un escalamiento: " + decision.reason());
		}
		EscalationType type = EscalationType.valueOf(decision.text("type"));
		if (!this.settings.types().contains(type)) {
			throw new InvalidInputException("reason", "El escalamiento " + type.label().toLowerCase()
					+ " no está en uso en esta organización. Elija otro motivo.");
		}
		return type;
	}

	private Escalation insert(Report report, String reportedBy, EscalationType type, String externalRef,
			Instant reportedAt) {
		List<Customer> matches = this.customers.match(report.customer());
		Long customerId = (matches.size() == 1) ? matches.get(0).id() : null;
		// The process classifies the case in this same transaction; the severity is
		// provisional until then.
		Escalation escalation = new Escalation(this.escalations.nextNumber(reportedAt), Phase.CREATE, null, report,
				customerId, Severity.MODERATE, type, 1, null, null, null, null, reportedBy, reportedAt, null, null,
				null, 0, null, false, null, externalRef);
		this.escalations.insert(escalation);
		addDetails(escalation.number(), report);
		this.timeline.add(escalation.number(), reportedBy,
				"Se reportó el escalamiento (" + type.label().toLowerCase() + "): " + report.subject());
		return escalation;
	}

	private void addDetails(String number, Report report) {
		report.customerIssues()
			.forEach((issue) -> this.file.addDetail(number, CaseDetail.Kind.CUSTOMER_ISSUE, issue, null));
		report.linkedRecords()
			.forEach((link) -> this.file.addDetail(number, CaseDetail.Kind.LINKED_RECORD, link, null));
		Optional.ofNullable(report.service())
			.ifPresent((service) -> this.file.addDetail(number, CaseDetail.Kind.AFFECTED_SERVICE, service, null));
	}

}
