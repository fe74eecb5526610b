package dev.escala.corrective.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;

/** What the problem coordinators answer about an action. */
abstract class CoordinatorTask implements UserTask {

	private final String key;

	private final ActionFacts facts;

	CoordinatorTask(String key, ActionFacts facts) {
		this.key = key;
		this.facts = facts;
	}

	@Override
	public final String key() {
		return this.key;
	}

	@Override
	public final Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.PROBLEM_COORDINATORS.groupId());
	}

	@Override
	public final Optional<Instant> dueAt(TaskScope scope) {
		return Optional.ofNullable(this.facts.action(scope).schedule().answerBy());
	}

}
