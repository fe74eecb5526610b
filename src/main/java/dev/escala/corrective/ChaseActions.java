package dev.escala.corrective;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;
import dev.escala.text.Dates;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds whoever has an action before its day and chases them after it, until it is done
 * (001-34). Where they are away or have left, their deputy gets the task, or else it goes
 * into the coordinators' queue: no action waits for somebody who is not there.
 */
@Service
@Transactional
public class ChaseActions {

	private final CorrectiveActionRepository repository;

	private final ActionFlow flow;

	private final ActionPeople people;

	private final PersonNames names;

	private final Timeline timeline;

	private final Clock clock;

	ChaseActions(CorrectiveActionRepository repository, ActionFlow flow, ActionPeople people, PersonNames names,
			Timeline timeline, Clock clock) {
		this.repository = repository;
		this.flow = flow;
		this.people = people;
		this.names = names;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** Reminds of an action that can still be done in time. */
	public void remind(long id) {
		CorrectiveAction action = this.repository.lock(id).orElseThrow();
		if (action.state() != ActionState.OPEN || !this.clock.instant().isBefore(action.schedule().dueAt())) {
			return;
		}
		Optional<UserId> holder = holder(action, action.schedule().dueAt());
		this.people.tellNear(this.repository.find(id).orElseThrow(), holder);
	}

	/** Tells that the day of an action has passed, again and again. */
	public void chase(long id) {
		CorrectiveAction action = this.repository.lock(id).orElseThrow();
		if (action.state() != ActionState.OPEN) {
			return;
		}
		this.repository.save(action.chasedAgain());
		Optional<UserId> holder = holder(action, this.clock.instant());
		this.people.tellLate(this.repository.find(id).orElseThrow(), holder);
		this.timeline.add(action.caseNumber(), UserId.SYSTEM, "Acción correctiva «" + action.text() + "»: venció el "
				+ Dates.figures(action.schedule().dueOn()) + " y no está hecha. Se insiste.");
	}

	/** Who has the task, after it was taken from somebody who is not there. */
	private Optional<UserId> holder(CorrectiveAction action, Instant at) {
		Optional<UserId> holder = this.flow.holder(action.caseNumber(), action.id());
		Optional<UserId> there = holder.flatMap((person) -> this.people.there(person, at));
		if (!there.equals(holder)) {
			this.flow.give(action.caseNumber(), action.id(), there.orElse(null));
			this.timeline.add(action.caseNumber(), UserId.SYSTEM,
					"Acción correctiva «" + action.text() + "»: " + this.names.name(holder.orElseThrow())
							+ " no está o ya no tiene usuario. "
							+ there.map((deputy) -> "La hace " + this.names.name(deputy) + ", que le suple.")
								.orElse("Vuelve a la cola de los coordinadores del problema."));
		}
		return there;
	}

}
