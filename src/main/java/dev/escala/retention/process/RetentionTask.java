package dev.escala.retention.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.UserId;
import dev.escala.retention.RetentionCases;

/** Work of whoever owns the case; due when its table says. */
abstract class RetentionTask implements UserTask {

	private final RetentionCases cases;

	private final MatterOwner owner;

	RetentionTask(RetentionCases cases, MatterOwner owner) {
		this.cases = cases;
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
	public final Optional<Instant> dueAt(TaskScope scope) {
		return Optional.of(this.cases.get(scope.caseNumber()).dueAt());
	}

	@Override
	public final String why(TaskScope scope) {
		return this.owner.why(scope.caseNumber());
	}

}
