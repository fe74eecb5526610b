package dev.escala.owner.task;

import java.util.Optional;
import java.util.Set;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.ClockedTask;
import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.TaskScope;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.UserId;

/** A task of the person who owns the case (001-10); their group can take it from them. */
public abstract class OwnersTask extends ClockedTask {

	private final MatterOwner owner;

	/**
	 * Creates the task.
	 * @param key the task's id in the model
	 * @param clock the clock that says by when, or {@code null}
	 */
	protected OwnersTask(String key, ServiceClock clock, TaskClocks clocks, MatterOwner owner) {
		super(key, clock, clocks);
		this.owner = owner;
	}

	@Override
	public final Set<String> candidateGroups(TaskScope scope) {
		return this.owner.groups(scope.caseNumber());
	}

	@Override
	public final Optional<UserId> assignee(TaskScope scope) {
		return this.owner.id(scope.caseNumber());
	}

	@Override
	public final boolean isOwners() {
		return true;
	}

	/** Whoever has it while nobody owns the case owns it. */
	@Override
	public final void claimed(TaskScope scope, UserId userId, UserId by) {
		this.owner.claimed(scope.caseNumber(), userId, by);
	}

	@Override
	public final String why(TaskScope scope) {
		return this.owner.why(scope.caseNumber());
	}

}
