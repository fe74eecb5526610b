package dev.escala.pursuit.coaching.process;

import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.pursuit.coaching.Coachings;
import dev.escala.reference.UserId;

/**
 * Work with somebody who sells: of whoever leads them, or of a supervisor where nobody
 * does. Nobody leads their own.
 */
abstract class CoachingTask implements UserTask {

	private final Coachings coachings;

	CoachingTask(Coachings coachings) {
		this.coachings = coachings;
	}

	@Override
	public final Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.SUPERVISORS.groupId());
	}

	@Override
	public final Optional<UserId> assignee(TaskScope scope) {
		return this.coachings.leader(CoachingProcess.id(scope));
	}

	@Override
	public final boolean isRefusedTo(TaskScope scope, UserId userId) {
		return this.coachings.isOf(CoachingProcess.id(scope), userId);
	}

	@Override
	public final void claimed(TaskScope scope, UserId userId, UserId by) {
		this.coachings.lead(CoachingProcess.id(scope), userId);
	}

}
