package dev.escala.escalation.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.EscalationFlow;
import dev.escala.escalation.EscalationType;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.escalation.Report;
import dev.escala.escalation.course.ClassifyCase;
import dev.escala.escalation.persistence.CaseFileRepository;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.matter.Matters;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.text.Sentences;
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

	private final ClassifyCase classification;

	private final EscalationSettings settings;

	private final Clock clock;

	private final Matters matters;

	private final ReportedAgain again;

	public ReportEscalation(EscalationRepository escalations, CaseFileRepository file, Customers customers,
			Decisions decisions, Timeline timeline, EscalationFlow flow, ClassifyCase classification,
			EscalationSettings settings, Clock clock, Matters matters, ReportedAgain again) {
		this.escalations = escalations;
		this.file = file;
		this.customers = customers;
		this.decisions = decisions;
		this.timeline = timeline;
		this.flow = flow;
		this.classification = classification;
		this.settings = settings;
		this.clock = clock;
		this.matters = matters;
		this.again = again;
	}

	/** Registers the case and starts its process. */
	@Transactional
	public Escalation report(Report report, UserId reportedBy) {
		return start(register(report, reportedBy));
	}

	/**
	 * The same for a program that must name exactly one customer: a form may leave that
	 * to the first task, a program can look it up. Where a case of that customer and
	 * service is observed, this one ends as its duplicate and reopens it.
	 */
	@Transactional
	public Escalation reportForOneCustomer(Report report, UserId reportedBy) {
		List<Customer> matches = this.customers.match(report.customer());
		if (matches.isEmpty()) {
			throw new InvalidInputException("customer", "No se conoce ningún cliente con el código o el nombre «"
					+ report.customer() + "». Búsquelo en /api/customers o dele de alta.");
		}
		if (matches.size() > 1) {
			throw new InvalidInputException("customer", "Varios clientes coinciden con «" + report.customer() + "»: "
					+ String.join(", ", matches.stream().map(Customer::code).toList()) + ". Indique el código de uno.");
		}
		return joined(report(report, reportedBy));
	}

	/**
	 * The same for a record of another system that should become a case of the given
	 * type. Its clocks begin when the record was opened there; only exactly the code or
	 * the name of a customer names one. What a case is about that is observed after it
	 * was closed ends as that one's duplicate, and reopens it.
	 * @throws org.springframework.dao.DuplicateKeyException where a case was made of that
	 * record already
	 */
	@Transactional
	public Escalation report(Report report, UserId reportedBy, EscalationType type, String externalRef,
			Instant reportedAt) {
		return joined(start(insert(opened(report, reportedBy, type, externalRef, reportedAt), "")));
	}

	/**
	 * Keeps a record of another system that ended there as an ended case: without a
	 * process, clocks and messages.
	 * @throws org.springframework.dao.DuplicateKeyException where a case was made of that
	 * record already
	 */
	@Transactional
	public Escalation recordClosed(Report report, UserId reportedBy, EndedRecord record) {
		Escalation opened = opened(report, reportedBy, record.type(), record.externalRef(), record.reportedAt());
		CaseNumber number = insert(
				new Escalation(opened.number(), Phase.ENDED, Outcome.CLOSED_WITHOUT_RCA, report, opened.customerId(),
						opened.severity(), record.type(), 1, null, null, null, reportedBy, record.reportedAt(), null,
						record.resolvedAt(), record.endedAt(), null, false, null, record.externalRef()),
				" como caso ya cerrado, sin trabajo en Escala")
			.number();
		this.matters.end(number, "Terminó en otro sistema.");
		record.details()
			.forEach((kind, texts) -> texts.forEach((text) -> this.file.addDetail(number, kind, text, null)));
		this.file.details(number)
			.forEach((detail) -> this.file.settle(number, detail.id(), reportedBy, record.endedAt()));
		return this.classification.classifyEnded(number);
	}

	/** Whether the organisation uses escalations of that type (001-05). */
	public boolean accepts(EscalationType type) {
		return this.settings.types().contains(type);
	}

	/** Registers a case whose process has been started by a form. */
	@Transactional
	public Escalation register(Report report, UserId reportedBy) {
		return insert(opened(report, reportedBy, intake(report), null, this.clock.instant()), "");
	}

	private Escalation start(Escalation escalation) {
		this.flow.start(escalation.number());
		return this.escalations.find(escalation.number()).orElseThrow();
	}

	private Escalation joined(Escalation escalation) {
		this.again.join(escalation);
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
		if (!accepts(type)) {
			throw new InvalidInputException("reason", "El escalamiento " + Sentences.within(type.label())
					+ " no está en uso en esta organización. Elija otro motivo.");
		}
		return type;
	}

	private Escalation opened(Report report, UserId reportedBy, EscalationType type, String externalRef,
			Instant reportedAt) {
		List<Customer> matches = (externalRef == null) ? this.customers.match(report.customer())
				: this.customers.matchExactly(report.customer());
		CustomerId customerId = (matches.size() == 1) ? matches.get(0).id() : null;
		// The process classifies the case in this same transaction; the severity is
		// provisional until then.
		return new Escalation(this.escalations.nextNumber(reportedAt), Phase.CREATE, null, report, customerId,
				Severity.MODERATE, type, 1, null, null, null, reportedBy, reportedAt, null, null, null, null, false,
				null, externalRef);
	}

	private Escalation insert(Escalation escalation, String how) {
		Report report = escalation.report();
		this.matters.register(escalation.number(), Escalation.KIND);
		this.escalations.insert(escalation);
		addDetails(escalation.number(), report);
		this.timeline.add(escalation.number(), escalation.reportedBy(), "Se reportó el escalamiento ("
				+ Sentences.within(escalation.type().label()) + ")" + how + ": " + report.subject());
		return escalation;
	}

	private void addDetails(CaseNumber number, Report report) {
		report.customerIssues()
			.forEach((issue) -> this.file.addDetail(number, CaseDetail.Kind.CUSTOMER_ISSUE, issue, null));
		report.linkedRecords()
			.forEach((link) -> this.file.addDetail(number, CaseDetail.Kind.LINKED_RECORD, link, null));
		Optional.ofNullable(report.service())
			.ifPresent((service) -> this.file.addDetail(number, CaseDetail.Kind.AFFECTED_SERVICE, service, null));
	}

	/**
	 * A record that ended in another system.
	 *
	 * @param type the type of escalation that it was
	 * @param externalRef the record, unique
	 * @param reportedAt when it was opened there
	 * @param resolvedAt when it was resolved there, or {@code null}
	 * @param endedAt when it ended there
	 * @param details what belongs to it besides the report's details
	 */
	public record EndedRecord(EscalationType type, String externalRef, Instant reportedAt, Instant resolvedAt,
			Instant endedAt, Map<CaseDetail.Kind, List<String>> details) {
	}

}
