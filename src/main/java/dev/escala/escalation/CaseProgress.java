package dev.escala.escalation;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.customer.Customer;
import dev.escala.customer.Product;
import dev.escala.customer.Tier;
import dev.escala.escalation.persistence.CaseFileRepository;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.servicelevel.BusinessCalendar;
import dev.escala.servicelevel.Counting;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.servicelevel.ServiceLevels;
import dev.escala.servicelevel.Severity;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a case through its phases: how bad, whose, how high, who owns it, resolved. */
@Service
@Transactional
public class CaseProgress {

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final CaseFileRepository file;

	private final Decisions decisions;

	private final ServiceLevels serviceLevels;

	private final EscalationFlow flow;

	private final Staff staff;

	private final Timeline timeline;

	private final BusinessCalendar calendar;

	private final Clock clock;

	CaseProgress(Escalations escalations, EscalationRepository repository, CaseFileRepository file, Decisions decisions,
			ServiceLevels serviceLevels, EscalationFlow flow, Staff staff, Timeline timeline, BusinessCalendar calendar,
			Clock clock) {
		this.escalations = escalations;
		this.repository = repository;
		this.file = file;
		this.decisions = decisions;
		this.serviceLevels = serviceLevels;
		this.flow = flow;
		this.staff = staff;
		this.timeline = timeline;
		this.calendar = calendar;
		this.clock = clock;
	}

	/** Decides how bad the case is (001-02) and starts or moves its clocks. */
	public Escalation assess(String number) {
		Escalation before = this.escalations.get(number);
		Tier tier = this.escalations.tier(before);
		Decision decision = severity(before, tier);
		Severity severity = Severity.valueOf(decision.text("severity"));
		boolean first = this.serviceLevels.of(number).isEmpty();
		this.repository.set(number, "severity = ?", severity);
		this.serviceLevels.apply(number, severity, tier, before.reportedAt());
		this.flow.moveTimers(number);
		if (first || severity != before.severity()) {
			this.timeline.add(number, TimelineEntry.SYSTEM,
					"Gravedad " + severity.label().toLowerCase() + ": " + decision.reason());
		}
		return this.escalations.get(number);
	}

	/**
	 * Decides how bad a case was that ended elsewhere, and which group it would have
	 * been. Starts no clock.
	 */
	public Escalation classifyEnded(String number) {
		Escalation ended = this.escalations.get(number);
		Decision decision = severity(ended, this.escalations.tier(ended));
		Severity severity = Severity.valueOf(decision.text("severity"));
		this.repository.set(number, "severity = ?", severity);
		this.timeline.add(number, TimelineEntry.SYSTEM,
				"Gravedad " + severity.label().toLowerCase() + ": " + decision.reason());
		route(number);
		return this.escalations.get(number);
	}

	private Decision severity(Escalation escalation, Tier tier) {
		Report report = escalation.report();
		return this.decisions.decide(escalation.number(), "escalationSeverity", Map.of("impact", report.impact().name(),
				"urgency", report.urgency().name(), "tier", tier.name(), "major", report.major()));
	}

	/** Decides which group works the case (001-06, 004-19). */
	public void route(String number) {
		Escalation escalation = this.escalations.get(number);
		Optional<Customer> customer = this.escalations.customer(escalation);
		Decision decision = this.decisions.decide(number, "functionalRouting",
				Map.of("speciality", escalation.report().speciality().name(), "product", product(escalation, customer),
						"language", customer.map(Customer::language).orElse("es")));
		String group = decision.text("group");
		this.repository.set(number, "group_id = ?", group);
		this.timeline.add(number, TimelineEntry.SYSTEM,
				"Asignado al grupo " + this.staff.groupName(group) + ": " + decision.reason());
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

	/** A member of the group owns the case from now on (001-10); this acknowledges it. */
	public void takeOver(String number, String user, String note) {
		Escalation escalation = this.escalations.lockFor(number, CaseAction.TAKE_OVER);
		boolean first = escalation.phase() == Phase.CREATE;
		this.repository.set(number, "owner_id = ?, acknowledged_at = coalesce(acknowledged_at, ?), phase = ?", user,
				this.clock.instant(), first ? Phase.COMMUNICATE : Phase.RESOLVE);
		meet(number, ServiceClock.ACKNOWLEDGEMENT);
		note(number, CaseNote.Kind.HANDOVER, note, user);
		this.timeline.add(number, user, first ? "Se hizo cargo del caso." : "Se hizo cargo del traspaso.");
	}

	/** The case needs another speciality: routing decides again. */
	public void requestSpeciality(String number, String user, Report.Speciality speciality, CaseAction during,
			String note) {
		Escalation escalation = this.escalations.lockFor(number, during);
		if (speciality == escalation.report().speciality()) {
			throw new InvalidInputException("requestedSpeciality",
					"El caso ya está en esa especialidad (" + speciality.label() + "). Elija otra.");
		}
		this.repository.set(number, "speciality = ?", speciality);
		note(number, CaseNote.Kind.HANDOVER, note, user);
		this.timeline.add(number, user, "Pidió pasar el caso a otra especialidad: " + speciality.label() + ".");
	}

	/** The plan was communicated: this answers the customer, and the work begins. */
	public void planShared(String number) {
		this.escalations.lockFor(number, CaseAction.SHARE_PLAN);
		this.repository.set(number, "phase = ?", Phase.RESOLVE);
		customerTold(number);
	}

	/** The customer heard from us: the next update is counted from now (001-20). */
	public void customerTold(String number) {
		Escalation escalation = this.escalations.get(number);
		meet(number, ServiceClock.ANSWER);
		this.serviceLevels.restartUpdates(number, escalation.severity(), this.escalations.tier(escalation));
		this.flow.moveTimers(number);
	}

	/**
	 * A deadline passed: the case goes one level up, if there is one (001-08, 001-09).
	 * @return whether it was still missed, and whether there was a higher level
	 */
	public Breach breach(String number, ServiceClock missed) {
		Escalation escalation = this.escalations.get(number);
		if (!escalation.isOpen() || !this.serviceLevels.breach(number, missed)) {
			return new Breach(false, false);
		}
		this.timeline.add(number, TimelineEntry.SYSTEM, "Venció el plazo «" + missed.label() + "».");
		return new Breach(true, raiseLevel(number, TimelineEntry.SYSTEM));
	}

	/** Moves the case one level up the hierarchy, or says that there is none. */
	public boolean raiseLevel(String number, String actor) {
		Escalation escalation = this.escalations.lockFor(number, CaseAction.RAISE_LEVEL);
		if (escalation.level() >= Escalation.TOP_LEVEL) {
			return false;
		}
		int level = escalation.level() + 1;
		Decision decision = this.decisions.decide(number, "hierarchicalRouting", Map.of("level", level, "severity",
				escalation.severity().name(), "tier", this.escalations.tier(escalation).name()));
		String group = decision.text("group");
		this.repository.set(number, "level = ?, hierarchy_group_id = ?, hierarchy_due_at = ?", level, group,
				this.calendar.after(this.clock.instant(), Duration.parse(decision.text("waiting")), Counting.WORKING));
		this.timeline.add(number, actor,
				"Sube al nivel " + level + " (" + this.staff.groupName(group) + "): " + decision.reason());
		return true;
	}

	/** A manager names another owner. */
	public void reassign(String number, String by, String newOwner) {
		this.escalations.lockFor(number, CaseAction.REASSIGN);
		Staff.Person person = this.staff.find(newOwner)
			.orElseThrow(() -> new InvalidInputException("newOwner",
					"No hay ninguna persona con el usuario «" + newOwner + "»."));
		this.repository.set(number, "owner_id = ?", person.id());
		this.flow.nameOwner(number, person.id());
		this.timeline.add(number, by, "Nombró responsable a " + person.name() + ".");
	}

	/** More parties were called in (001-23). */
	public void partiesInvolved(String number) {
		meet(number, ServiceClock.INVOLVE_PARTIES);
		this.timeline.add(number, TimelineEntry.SYSTEM, "El caso sigue sin resolverse: se involucró a más partes.");
	}

	/** Stakeholders and customers were told (001-19). */
	public void announced(String number) {
		if (meet(number, ServiceClock.FIRST_NOTICE)) {
			this.timeline.add(number, TimelineEntry.SYSTEM, "Se avisó a las partes internas y a los clientes.");
		}
	}

	/** The declared resolution was verified: task forces are disbanded (001-25). */
	public void resolutionVerified(String number) {
		this.escalations.lockFor(number, CaseAction.WORK);
		if (this.file.disbandTaskForces(number, this.clock.instant()) > 0) {
			this.timeline.add(number, TimelineEntry.SYSTEM, "Se disolvió el grupo de trabajo.");
		}
	}

	/** The customer can use the service again (001-27): nothing more to resolve. */
	public void recovered(String number) {
		this.escalations.lockFor(number, CaseAction.CONFIRM_RECOVERY);
		this.repository.set(number, "phase = ?, resolved_at = ?", Phase.CLOSE, this.clock.instant());
		meet(number, ServiceClock.RESOLUTION);
		meet(number, ServiceClock.INVOLVE_PARTIES);
		meet(number, ServiceClock.UPDATE);
		this.timeline.add(number, TimelineEntry.SYSTEM, "El cliente puede usar el servicio de nuevo.");
	}

	/** Whether this case needs a root-cause analysis (001-29). */
	public boolean needsRca(String number) {
		Escalation escalation = this.escalations.get(number);
		Decision decision = this.decisions.decide(number, "rcaRequired",
				Map.of("severity", escalation.severity().name(), "major", escalation.report().major(), "requested",
						escalation.rcaRequested(), "tier", this.escalations.tier(escalation).name()));
		boolean required = decision.flag("required");
		this.timeline.add(number, TimelineEntry.SYSTEM,
				(required ? "Hace falta un análisis de causa raíz: " : "No hace falta un análisis de causa raíz: ")
						+ decision.reason());
		return required;
	}

	/** Ends the case for good. */
	void end(String number, CaseAction action, Outcome outcome, String actor, String text) {
		Escalation escalation = this.escalations.lockFor(number, action);
		if (!escalation.isOpen()) {
			throw new ConflictException(number + " ya terminó.");
		}
		this.repository.set(number, "phase = ?, outcome = ?, ended_at = ?", Phase.ENDED, outcome, this.clock.instant());
		this.serviceLevels.stop(number);
		this.timeline.add(number, actor, text);
	}

	private boolean meet(String number, ServiceClock clock) {
		boolean inTime = this.serviceLevels.find(number, clock)
			.filter((deadline) -> deadline.dueAt().isAfter(this.clock.instant()))
			.isPresent();
		boolean met = this.serviceLevels.meet(number, clock);
		// A timer that is due already stays, because every miss is told (001-09).
		if (inTime) {
			this.flow.cancelTimers(number, clock);
		}
		return met;
	}

	private void note(String number, CaseNote.Kind kind, String text, String author) {
		if (text != null) {
			this.file.addNote(number, kind, text, author, this.clock.instant());
		}
	}

	/**
	 * What a missed deadline led to.
	 *
	 * @param pending whether it was really still missed
	 * @param raised whether the case went a level up
	 */
	public record Breach(boolean pending, boolean raised) {
	}

}
