package dev.escala.advertised.process;

import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.advertised.PublicPromise;
import dev.escala.advertised.PublicPromises;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.measure.Answerers;
import dev.escala.reference.UserId;

/** What whoever answers for a public promise does. */
abstract class OwnerTask implements UserTask {

	private final String key;

	private final PublicPromises promises;

	private final Answerers answerers;

	OwnerTask(String key, PublicPromises promises, Answerers answerers) {
		this.key = key;
		this.promises = promises;
		this.answerers = answerers;
	}

	@Override
	public final String key() {
		return this.key;
	}

	/** Those who share it where its owner is away or has left. */
	@Override
	public final Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.PROBLEM_COORDINATORS.groupId(), Role.SUPERVISORS.groupId());
	}

	@Override
	public final Optional<UserId> assignee(TaskScope scope) {
		return this.answerers.there(promise(scope).owner());
	}

	@Override
	public final boolean isOwners() {
		return true;
	}

	PublicPromise promise(TaskScope scope) {
		return this.promises.get(scope.caseNumber());
	}

	static YearMonth month(TaskScope scope) {
		return YearMonth.parse(scope.text(PublicPromiseProcess.PROMISE_MONTH));
	}

}
