package dev.escala.pursuit.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.owner.MatterOwner;
import dev.escala.pursuit.Pursuits;
import dev.escala.reference.UserId;

/**
 * Work in a stage, of whoever owns the pursuit; due with the next contact where one is
 * agreed. Owners draw it once for each stage.
 */
abstract class PursuitTask implements UserTask {

	private final String key;

	private final Pursuits pursuits;

	private final MatterOwner owner;

	/**
	 * Creates the task.
	 * @param key how its ids in the model begin
	 */
	PursuitTask(String key, Pursuits pursuits, MatterOwner owner) {
		this.key = key;
		this.pursuits = pursuits;
		this.owner = owner;
	}

	@Override
	public final String key() {
		return this.key;
	}

	@Override
	public final boolean isDrawnSeveralTimes() {
		return true;
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

	/** Whoever has it while nobody owns the pursuit owns it. */
	@Override
	public final void claimed(TaskScope scope, UserId userId, UserId by) {
		this.owner.claimed(scope.caseNumber(), userId, by);
	}

	@Override
	public final Optional<Instant> dueAt(TaskScope scope) {
		return Optional.ofNullable(this.pursuits.get(scope.caseNumber()).plan().nextDue());
	}

	@Override
	public final String why(TaskScope scope) {
		return this.owner.why(scope.caseNumber());
	}

}
