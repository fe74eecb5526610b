package dev.escala.complaint.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.complaint.term.ComplaintTerm;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.UserId;

/**
 * A task of the person who owns the complaint; their group can take it from them. Until
 * the answer has gone out it is due with the term that obliges, which nobody moves.
 */
abstract class ComplaintTask implements UserTask {

	private final String key;

	private final ComplaintTerms terms;

	private final MatterOwner owner;

	/**
	 * Creates the task.
	 * @param key the task's id in the model
	 */
	ComplaintTask(String key, ComplaintTerms terms, MatterOwner owner) {
		this.key = key;
		this.terms = terms;
		this.owner = owner;
	}

	@Override
	public final String key() {
		return this.key;
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

	/** Whoever has it while nobody owns the complaint owns it. */
	@Override
	public final void claimed(TaskScope scope, UserId userId, UserId by) {
		this.owner.claimed(scope.caseNumber(), userId, by);
	}

	@Override
	public final Optional<Instant> dueAt(TaskScope scope) {
		return this.terms.running(scope.caseNumber()).map(ComplaintTerm::dueAt);
	}

	@Override
	public final Optional<Instant> followUpAt(TaskScope scope) {
		return this.terms.running(scope.caseNumber()).map(ComplaintTerm::warnAt);
	}

	@Override
	public final String why(TaskScope scope) {
		return this.owner.why(scope.caseNumber());
	}

}
