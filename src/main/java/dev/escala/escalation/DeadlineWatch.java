package dev.escala.escalation;

import java.util.Optional;

import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.servicelevel.ServiceLevels;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens before a deadline and when it passes (001-08, 001-09). Each step happens
 * once, however often it is tried.
 */
@Service
@Transactional
public class DeadlineWatch {

	private final Escalations escalations;

	private final ServiceLevels serviceLevels;

	private final CaseClocks clocks;

	private final CaseLevels levels;

	private final EscalationNotices notices;

	private final FirstNotices firstNotices;

	private final Timeline timeline;

	DeadlineWatch(Escalations escalations, ServiceLevels serviceLevels, CaseClocks clocks, CaseLevels levels,
			EscalationNotices notices, FirstNotices firstNotices, Timeline timeline) {
		this.escalations = escalations;
		this.serviceLevels = serviceLevels;
		this.clocks = clocks;
		this.levels = levels;
		this.notices = notices;
		this.firstNotices = firstNotices;
		this.timeline = timeline;
	}

	/**
	 * Tells those who can still meet the deadline that it is near. After an outage it may
	 * have passed already: then the miss says everything.
	 * @return whether the time of the warning had come; otherwise the deadline was moved
	 * or stands still since its timer fired, and people are warned later
	 */
	public boolean warn(Deadline deadline) {
		this.escalations.lock(deadline.caseNumber());
		Deadline now = this.serviceLevels.forTimer(deadline.id()).orElse(deadline);
		if (now.isMovable() && now.state().warnedAt() == null && !this.clocks.isNear(now)) {
			return false;
		}
		if (!this.clocks.isDue(now) && this.serviceLevels.warn(now.id())) {
			this.notices.tellDeadlineNear(now);
		}
		return true;
	}

	/** Records that the deadline passed unmet, or says why not. */
	public Passed pass(Deadline deadline) {
		if (deadline.clock() == ServiceClock.FIRST_NOTICE) {
			// The last mail may have been taken a moment before the hour was over.
			this.firstNotices.prove(deadline.caseNumber());
		}
		Escalation escalation = this.escalations.lock(deadline.caseNumber());
		if (escalation.isOpen() && this.serviceLevels.breach(deadline.id())) {
			this.timeline.add(deadline.caseNumber(), TimelineEntry.SYSTEM,
					"Venció el plazo «" + deadline.clock().label() + "».");
			return Passed.MISSED;
		}
		Deadline now = this.serviceLevels.find(deadline.id()).orElse(deadline);
		return (escalation.isOpen() && now.isMovable() && !this.clocks.isDue(now)) ? Passed.RUNNING : Passed.OVER;
	}

	/** Takes the case one level up, if there is one. */
	public Optional<CaseLevel> raise(String number) {
		return this.levels.raise(number, TimelineEntry.SYSTEM);
	}

	/** What became of a deadline whose timer fired. */
	public enum Passed {

		/** It passed unmet: this call noticed it, no other ever will. */
		MISSED,
		/** It was moved, or stands still. */
		RUNNING,
		/** It was met, the miss is known already, or the case is over. */
		OVER

	}

}
