package dev.escala.escalation.process.task;

import java.util.Optional;
import java.util.Set;

import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseOwner;
import dev.escala.servicelevel.ServiceClock;

/** A task of the person who owns the case (001-10); their group can take it from them. */
abstract class OwnersTask extends ClockedTask {

	private final CaseOwner owner;

	/**
	 * Creates the task.
	 * @param key the task's id in the model
	 * @param clock the clock that says by when, or {@code null}
	 */
	OwnersTask(String key, ServiceClock clock, TaskFacts facts) {
		super(key, clock, facts);
		this.owner = facts.owner();
	}

	@Override
	public final Set<String> candidateGroups(TaskScope scope) {
		return this.owner.groups(scope.caseNumber());
	}

	@Override
	public final Optional<String> assignee(TaskScope scope) {
		return this.owner.id(scope.caseNumber());
	}

	@Override
	public final boolean isOwners() {
		return true;
	}

	/** Whoever has it while nobody owns the case owns it. */
	@Override
	public final void claimed(TaskScope scope, String userId, String by) {
		this.owner.claimed(scope.caseNumber(), userId, by);
	}

	@Override
	public final String why(TaskScope scope) {
		return this.owner.why(scope.caseNumber());
	}

}
