package dev.escala.escalation.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.UserTask;
import dev.escala.servicelevel.ServiceClock;

/** A task that one role always does, whichever group works the case (001-33). */
abstract class RoleTask implements UserTask {

	private final String key;

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
		this.key = key;
		this.role = role;
		this.because = because;
		this.facts = facts;
	}

	@Override
	public final String key() {
		return this.key;
	}

	@Override
	public final Set<String> candidateGroups(String caseNumber) {
		return Set.of(this.role.groupId());
	}

	@Override
	public final Optional<Instant> dueAt(String caseNumber) {
		return this.facts.due(caseNumber, ServiceClock.RESOLUTION);
	}

	@Override
	public final String why(String caseNumber) {
		return this.facts.whyRole(this.role, this.because);
	}

}
