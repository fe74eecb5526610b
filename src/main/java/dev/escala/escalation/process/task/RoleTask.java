package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.access.Role;
import dev.escala.card.WhyYou;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.ClockedTask;
import dev.escala.engine.TaskScope;

/** A task that one role always does, whichever group works the case (001-33). */
abstract class RoleTask extends ClockedTask {

	private final Role role;

	private final String because;

	private final TaskFacts facts;

	/**
	 * Creates the task, due with the resolution.
	 * @param key the task's id in the model
	 * @param role who does it
	 * @param because why, the end of a Spanish sentence
	 */
	RoleTask(String key, Role role, String because, TaskFacts facts) {
		super(key, ServiceClock.RESOLUTION, facts.clocks());
		this.role = role;
		this.because = because;
		this.facts = facts;
	}

	@Override
	public final Set<String> candidateGroups(TaskScope scope) {
		return Set.of(this.role.groupId());
	}

	@Override
	public final String why(TaskScope scope) {
		return WhyYou.role(this.role, this.because);
	}

}
