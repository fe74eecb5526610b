package dev.escala.commitment.process;

import java.util.Optional;
import java.util.Set;

import dev.escala.commitment.Commitment;
import dev.escala.commitment.Commitments;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.reference.UserId;

/** A task of the person who wants to commit. */
abstract class CommitmentTask implements UserTask {

	private final String key;

	private final Commitments commitments;

	CommitmentTask(String key, Commitments commitments) {
		this.key = key;
		this.commitments = commitments;
	}

	@Override
	public final String key() {
		return this.key;
	}

	@Override
	public final Set<String> candidateGroups(TaskScope scope) {
		return Set.of(commitment(scope).groupId());
	}

	@Override
	public final Optional<UserId> assignee(TaskScope scope) {
		return Optional.of(commitment(scope).preparedBy());
	}

	@Override
	public final String why(TaskScope scope) {
		return "Le llega porque usted prepara el compromiso " + scope.caseNumber() + ".";
	}

	private Commitment commitment(TaskScope scope) {
		return this.commitments.get(scope.caseNumber());
	}

}
