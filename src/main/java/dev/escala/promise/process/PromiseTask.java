package dev.escala.promise.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.reference.UserId;

/** A task of the person who owns the case: they answer for its promises. */
abstract class PromiseTask implements UserTask {

	private final String key;

	private final boolean dated;

	private final PromiseFacts facts;

	/**
	 * Creates the task.
	 * @param key the task's id in the model
	 * @param dated whether it is due when the promise is, or its apology; else when the
	 * customer is to hear from us next
	 */
	PromiseTask(String key, boolean dated, PromiseFacts facts) {
		this.key = key;
		this.dated = dated;
		this.facts = facts;
	}

	@Override
	public final String key() {
		return this.key;
	}

	@Override
	public final Set<String> candidateGroups(TaskScope scope) {
		return this.facts.owner().groups(scope.caseNumber());
	}

	@Override
	public final Optional<UserId> assignee(TaskScope scope) {
		return this.facts.owner().id(scope.caseNumber());
	}

	@Override
	public final boolean isOwners() {
		return true;
	}

	@Override
	public final void claimed(TaskScope scope, UserId userId, UserId by) {
		this.facts.owner().claimed(scope.caseNumber(), userId, by);
	}

	@Override
	public final Optional<Instant> dueAt(TaskScope scope) {
		return this.dated ? this.facts.due(scope) : this.facts.nextWord(scope);
	}

	@Override
	public final String why(TaskScope scope) {
		return this.facts.why(scope);
	}

}
