package dev.escala.clock;

import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens before a deadline and when it passes (001-08, 001-09). Each step happens
 * once, however often it is tried.
 */
@Service
@Transactional
public class DeadlineWatch {

	private final Matters matters;

	private final ServiceLevels serviceLevels;

	private final MatterClocks clocks;

	private final ApplicationEventPublisher events;

	private final Timeline timeline;

	DeadlineWatch(Matters matters, ServiceLevels serviceLevels, MatterClocks clocks, ApplicationEventPublisher events,
			Timeline timeline) {
		this.matters = matters;
		this.serviceLevels = serviceLevels;
		this.clocks = clocks;
		this.events = events;
		this.timeline = timeline;
	}

	/**
	 * Tells those who can still meet the deadline that it is near. After an outage it may
	 * have passed already: then the miss says everything.
	 * @return whether the time of the warning had come; otherwise the deadline was moved
	 * or stands still since its timer fired, and people are warned later
	 */
	public boolean warn(Deadline deadline) {
		this.matters.lock(deadline.caseNumber());
		Deadline now = this.serviceLevels.forTimer(deadline.id()).orElse(deadline);
		if (now.isMovable() && now.state().warnedAt() == null && !this.clocks.isNear(now)) {
			return false;
		}
		if (!this.clocks.isDue(now) && this.serviceLevels.warn(now.id())) {
			this.events.publishEvent(new DeadlineNear(now));
		}
		return true;
	}

	/** Records that the deadline passed unmet, or says why not. */
	public Passed pass(Deadline deadline) {
		this.events.publishEvent(new DeadlineCame(deadline));
		Matter matter = this.matters.lock(deadline.caseNumber());
		if (matter.open() && this.serviceLevels.breach(deadline.id())) {
			this.timeline.add(deadline.caseNumber(), UserId.SYSTEM,
					"Venció el plazo «" + deadline.clock().label() + "».");
			return Passed.MISSED;
		}
		Deadline now = this.serviceLevels.find(deadline.id()).orElse(deadline);
		return (matter.open() && now.isMovable() && !this.clocks.isDue(now)) ? Passed.RUNNING : Passed.OVER;
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
