package dev.escala.owner;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.clock.Deadline;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceLevels;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that somebody took over and then left alone: the owner is reminded, and when
 * still nothing happens the case goes back to the queue of its group.
 */
@Service
@Transactional
public class IdleMatters {

	private static final Set<UserId> NOBODY_HERE = Set.of(UserId.SYSTEM, UserId.CUSTOMER);

	private final Matters matters;

	private final MatterClocks clocks;

	private final ServiceLevels serviceLevels;

	private final OwnerFlow flow;

	private final ApplicationEventPublisher events;

	private final DepartedOwners departed;

	private final Timeline timeline;

	private final Staff staff;

	private final Clock clock;

	IdleMatters(Matters matters, MatterClocks clocks, ServiceLevels serviceLevels, OwnerFlow flow,
			ApplicationEventPublisher events, DepartedOwners departed, Timeline timeline, Staff staff, Clock clock) {
		this.matters = matters;
		this.clocks = clocks;
		this.serviceLevels = serviceLevels;
		this.flow = flow;
		this.events = events;
		this.departed = departed;
		this.timeline = timeline;
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * Reminds the owner, once.
	 * @return whether nobody did anything since the clock began, though the owner could;
	 * otherwise it begins again
	 */
	public boolean remind(Deadline deadline) {
		if (touched(deadline, deadline.warnAt())) {
			return false;
		}
		if (this.serviceLevels.warn(deadline.id())) {
			this.events.publishEvent(new MatterUntouched(deadline));
		}
		return true;
	}

	/**
	 * Takes the case from its owner and gives it back to the group.
	 * @return whether nobody did anything since the clock began, though the owner could;
	 * otherwise it begins again
	 */
	public boolean release(Deadline deadline) {
		Matter matter = this.matters.lock(deadline.caseNumber());
		if (touched(deadline, deadline.dueAt())) {
			return false;
		}
		if (this.serviceLevels.breach(deadline.id()) && matter.ownerId() != null) {
			this.matters.own(matter.number(), null);
			this.flow.releaseTasks(matter.number(), matter.ownerId());
			this.timeline.add(matter.number(), UserId.SYSTEM,
					"Sin movimiento durante demasiado tiempo: el caso vuelve a la cola de su grupo.");
		}
		return true;
	}

	/**
	 * Somebody has a task of a case that nobody owns: they own the case.
	 * @param user who has the task
	 * @param by who gave it to them: they themselves, or a superior
	 */
	public void claimed(CaseNumber number, UserId user, UserId by) {
		// Each new task is given to the owner: that locks nothing.
		if (user.equals(this.matters.get(number).ownerId())) {
			return;
		}
		Matter matter = this.matters.lock(number);
		if (matter.open() && isOwnerless(matter) && this.matters.isTakenOver(number)) {
			this.matters.own(number, user);
			this.flow.nameOwner(number, user);
			this.clocks.expectActivity(number);
			this.timeline.add(number, by, by.equals(user) ? "Tomó el caso de la cola."
					: "Nombró responsable a " + this.staff.nameOf(user) + ".");
		}
	}

	/** Somebody who has left owns nothing, also before that was noticed. */
	private boolean isOwnerless(Matter matter) {
		return matter.ownerId() == null || this.departed.isOwnerGone(matter);
	}

	private boolean touched(Deadline deadline, Instant earliest) {
		return isSomebodyElsesTurn(deadline) || movedSince(deadline, earliest);
	}

	/** The owner can do nothing while a verifier, a manager or an executive has it. */
	private boolean isSomebodyElsesTurn(Deadline deadline) {
		UserId owner = this.matters.get(deadline.caseNumber()).ownerId();
		if (!deadline.isMovable() || (owner != null && this.flow.waitsForOwner(deadline.caseNumber(), owner))) {
			return false;
		}
		this.clocks.active(deadline.caseNumber(), this.clock.instant());
		return true;
	}

	private boolean movedSince(Deadline deadline, Instant earliest) {
		List<TimelineEntry> entries = this.timeline.entries(deadline.caseNumber());
		Optional<Instant> last = entries.stream()
			.filter((entry) -> !NOBODY_HERE.contains(entry.actor()))
			.map(TimelineEntry::happenedAt)
			.max(Instant::compareTo)
			.filter((when) -> when.isAfter(deadline.startedAt()));
		last.ifPresent((when) -> this.clocks.active(deadline.caseNumber(), when));
		return last.isPresent()
				|| (deadline.isMovable() && (deadline.isPaused() || earliest.isAfter(this.clock.instant())));
	}

}
