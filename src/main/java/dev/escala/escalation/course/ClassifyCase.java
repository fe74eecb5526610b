package dev.escala.escalation.course;

import java.util.Map;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.customer.Customer;
import dev.escala.customer.Product;
import dev.escala.customer.Tier;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Report;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.matter.Severity;
import dev.escala.matter.Speciality;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;
import dev.escala.transfer.TransferReviews;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides how bad a case is, and who works it. */
@Service
@Transactional
public class ClassifyCase {

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final Decisions decisions;

	private final MatterClocks clocks;

	private final Staff staff;

	private final Timeline timeline;

	private final TransferReviews transfers;

	ClassifyCase(Escalations escalations, EscalationRepository repository, Decisions decisions, MatterClocks clocks,
			Staff staff, Timeline timeline, TransferReviews transfers) {
		this.escalations = escalations;
		this.repository = repository;
		this.decisions = decisions;
		this.clocks = clocks;
		this.staff = staff;
		this.timeline = timeline;
		this.transfers = transfers;
	}

	/** Decides how bad the case is (001-02) and starts or moves its clocks. */
	public Escalation assess(CaseNumber number) {
		Escalation before = this.escalations.get(number);
		Tier tier = this.escalations.keptTier(before);
		Decision decision = severity(before, tier);
		Severity severity = Severity.valueOf(decision.text("severity"));
		boolean first = this.clocks.find(number, ServiceClock.RESOLUTION).isEmpty();
		this.repository.rate(number, severity);
		this.clocks.apply(number);
		if (first || severity != before.severity()) {
			this.timeline.add(number, UserId.SYSTEM,
					"Gravedad " + Sentences.within(severity.label()) + ": " + decision.reason());
		}
		return this.escalations.get(number);
	}

	/**
	 * Decides how bad a case was that ended elsewhere, and which group it would have
	 * been. Starts no clock.
	 */
	public Escalation classifyEnded(CaseNumber number) {
		Escalation ended = this.escalations.get(number);
		Decision decision = severity(ended, this.escalations.tier(ended));
		Severity severity = Severity.valueOf(decision.text("severity"));
		this.repository.rate(number, severity);
		this.timeline.add(number, UserId.SYSTEM,
				"Gravedad " + Sentences.within(severity.label()) + ": " + decision.reason());
		route(number);
		return this.escalations.get(number);
	}

	private Decision severity(Escalation escalation, Tier tier) {
		Report report = escalation.report();
		return this.decisions.decide(escalation.number(), "escalationSeverity", Map.of("impact", report.impact().name(),
				"urgency", report.urgency().name(), "tier", tier.name(), "major", report.major()));
	}

	/** Decides which group works the case (001-06, 004-19). */
	public void route(CaseNumber number) {
		Escalation escalation = this.escalations.get(number);
		Decision decision = routing(escalation, escalation.report().speciality());
		String group = decision.text("group");
		this.repository.route(number, group);
		this.timeline.add(number, UserId.SYSTEM,
				"Asignado al grupo " + this.staff.groupName(group) + ": " + decision.reason());
		if (escalation.isOpen() && !group.equals(escalation.groupId())) {
			this.clocks.recalculate(number, UserId.SYSTEM,
					"El caso pasó al grupo " + this.staff.groupName(group) + ".");
			this.transfers.passedOn(number, escalation.severity());
		}
	}

	/** The group that would work the case in that speciality. */
	public String groupFor(CaseNumber number, Speciality speciality) {
		return routing(this.escalations.get(number), speciality).text("group");
	}

	private Decision routing(Escalation escalation, Speciality speciality) {
		Optional<Customer> customer = this.escalations.customer(escalation);
		return this.decisions.decide(escalation.number(), "functionalRouting", Map.of("speciality", speciality.name(),
				"product", product(escalation, customer), "language", customer.map(Customer::language).orElse("es")));
	}

	private String product(Escalation escalation, Optional<Customer> customer) {
		String service = escalation.report().service();
		return customer.stream()
			.flatMap((known) -> known.services().stream())
			.filter((known) -> known.code().equalsIgnoreCase(service) || known.name().equalsIgnoreCase(service))
			.map((known) -> known.product().name())
			.findFirst()
			.orElse(Product.OTHER.name());
	}

}
