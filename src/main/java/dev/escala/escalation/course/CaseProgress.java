package dev.escala.escalation.course;

import java.time.Clock;
import java.util.Map;

import dev.escala.clock.Deadline;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Milestone;
import dev.escala.escalation.MilestoneReached;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.escalation.persistence.CaseFileRepository;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterSent;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.Matters;
import dev.escala.matter.Speciality;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.timeline.Timeline;
import dev.escala.validation.InvalidInputException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a case through its phases until it ends. */
@Service
@Transactional
public class CaseProgress {

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final CaseFileRepository file;

	private final Decisions decisions;

	private final MatterClocks clocks;

	private final Timeline timeline;

	private final Clock clock;

	private final MatterNotes notes;

	private final Matters matters;

	private final ApplicationEventPublisher events;

	CaseProgress(Escalations escalations, EscalationRepository repository, CaseFileRepository file, Decisions decisions,
			MatterClocks clocks, Timeline timeline, Clock clock, MatterNotes notes, Matters matters,
			ApplicationEventPublisher events) {
		this.escalations = escalations;
		this.repository = repository;
		this.file = file;
		this.decisions = decisions;
		this.clocks = clocks;
		this.timeline = timeline;
		this.clock = clock;
		this.notes = notes;
		this.matters = matters;
		this.events = events;
	}

	/** A member of the group owns the case from now on (001-10); this acknowledges it. */
	public void takeOver(CaseNumber number, UserId user, String note) {
		Escalation escalation = this.escalations.lockFor(number, CaseAction.TAKE_OVER);
		this.repository.takeOver(number, user, this.clock.instant(), CaseAction.TAKE_OVER.from(escalation));
		this.clocks.meet(number, ServiceClock.ACKNOWLEDGEMENT);
		this.clocks.restart(number, ServiceClock.ACTIVITY);
		note(number, MatterNote.Kind.HANDOVER, note, user);
		this.timeline.add(number, user,
				(escalation.phase() == Phase.CREATE) ? "Se hizo cargo del caso." : "Se hizo cargo del traspaso.");
		this.events.publishEvent(new MilestoneReached(number, Milestone.RECEIVED, user, null));
	}

	/** The case needs another speciality: routing decides again. */
	public void requestSpeciality(CaseNumber number, UserId user, Speciality speciality, CaseAction during,
			String note) {
		Escalation escalation = this.escalations.lockFor(number, during);
		if (speciality == escalation.report().speciality()) {
			throw new InvalidInputException("requestedSpeciality",
					"El caso ya está en esa especialidad (" + speciality.label() + "). Elija otra.");
		}
		this.repository.specialise(number, speciality);
		note(number, MatterNote.Kind.HANDOVER, note, user);
		this.timeline.add(number, user, "Pidió pasar el caso a otra especialidad: " + speciality.label() + ".");
	}

	/**
	 * The plan leaves for the customers: it counts, and what they read is kept with it. A
	 * change may leave when the work is over, where its letter was read for long.
	 */
	@EventListener
	void planTold(LetterSent letter) {
		if (!letter.number().value().startsWith(Escalation.PREFIX)) {
			return;
		}
		if (letter.intent() == LetterIntent.PLAN) {
			this.escalations.lockFor(letter.number(), CaseAction.SHARE_PLAN);
			planTold(letter, false);
		}
		else if (letter.intent() == LetterIntent.PLAN_CHANGE) {
			this.escalations.lock(letter.number());
			planTold(letter, true);
		}
	}

	private void planTold(LetterSent letter, boolean change) {
		this.file.planTold(letter.number(), letter.text(), change);
		this.events
			.publishEvent(new MilestoneReached(letter.number(), Milestone.PLANNED, UserId.SYSTEM, letter.text()));
	}

	/** Plan and customers are told: the work begins, unless it has. */
	public void workBegins(CaseNumber number) {
		Escalation escalation = this.escalations.lock(number);
		if (CaseAction.BEGIN_WORK.isAllowedIn(escalation.phase())) {
			this.repository.enter(number, CaseAction.BEGIN_WORK.from(escalation));
		}
	}

	/**
	 * More parties are called in (001-23), if it is time: the clock may have been met or
	 * moved, or stand still, since its timer fired.
	 * @return whether they have to be told now
	 */
	public boolean involveParties(CaseNumber number) {
		this.escalations.lock(number);
		if (!this.clocks.meetAsPlanned(number, ServiceClock.INVOLVE_PARTIES)) {
			return false;
		}
		this.timeline.add(number, UserId.SYSTEM, "El caso sigue sin resolverse: se involucró a más partes.");
		return true;
	}

	/** Whether more parties may still have to be called in, at a later date. */
	public boolean awaitsParties(CaseNumber number) {
		return this.clocks.find(number, ServiceClock.INVOLVE_PARTIES).filter(Deadline::isMovable).isPresent();
	}

	/** The declared resolution was verified: task forces are disbanded (001-25). */
	public void resolutionVerified(CaseNumber number) {
		this.escalations.lockFor(number, CaseAction.WORK);
		if (this.file.disbandTaskForces(number, this.clock.instant()) > 0) {
			this.timeline.add(number, UserId.SYSTEM, "Se disolvió el grupo de trabajo.");
		}
	}

	/** The customer can use the service again (001-27): nothing more to resolve. */
	public void recovered(CaseNumber number) {
		Escalation escalation = this.escalations.lockFor(number, CaseAction.CONFIRM_RECOVERY);
		this.clocks.adjust(number, (adjustments, subject) -> adjustments.resume(subject, UserId.SYSTEM));
		this.repository.resolve(number, CaseAction.CONFIRM_RECOVERY.from(escalation), this.clock.instant());
		this.clocks.meet(number, ServiceClock.RESOLUTION);
		this.clocks.meet(number, ServiceClock.INVOLVE_PARTIES);
		this.clocks.meet(number, ServiceClock.UPDATE);
		// From here on the customer waits for the closing, not for news of the work.
		this.clocks.startOrAsk(number, ServiceClock.CLOSING, "El cliente recuperó el servicio.");
		this.timeline.add(number, UserId.SYSTEM, "El cliente puede usar el servicio de nuevo.");
		this.events.publishEvent(new MilestoneReached(number, Milestone.RESOLVED, UserId.SYSTEM, null));
	}

	/** Whether this case needs a root-cause analysis (001-29). */
	public boolean needsRca(CaseNumber number) {
		Escalation escalation = this.escalations.get(number);
		Decision decision = this.decisions.decide(number, "rcaRequired",
				Map.of("severity", escalation.severity().name(), "major", escalation.report().major(), "requested",
						escalation.rcaRequested(), "tier", this.escalations.tier(escalation).name()));
		boolean required = decision.flag("required");
		this.timeline.add(number, UserId.SYSTEM,
				(required ? "Hace falta un análisis de causa raíz: " : "No hace falta un análisis de causa raíz: ")
						+ decision.reason());
		return required;
	}

	/** Ends the case for good. */
	void end(CaseNumber number, CaseAction action, Outcome outcome, UserId actor, String text) {
		Escalation escalation = this.escalations.lockFor(number, action);
		this.repository.end(number, action.from(escalation), outcome, this.clock.instant());
		// First that it is over, then what ends with it.
		this.timeline.add(number, actor, text);
		this.matters.end(number, text);
		this.events.publishEvent(new MilestoneReached(number, Milestone.ENDED, actor, text));
	}

	private void note(CaseNumber number, MatterNote.Kind kind, String text, UserId author) {
		if (text != null) {
			this.notes.add(number, kind, author, text);
		}
	}

}
