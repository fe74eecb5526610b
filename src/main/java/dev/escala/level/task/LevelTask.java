package dev.escala.level.task;

import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.ClockedTask;
import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.level.Levels;
import dev.escala.level.ReachedLevel;
import dev.escala.reference.UserId;

/**
 * A task of the level that the case went up to; completing it meets the level's clock.
 */
public abstract class LevelTask extends ClockedTask {

	private final Levels levels;

	protected LevelTask(String key, TaskClocks clocks, Levels levels) {
		super(key, null, clocks);
		this.levels = levels;
	}

	@Override
	protected final Optional<ServiceClock> clock(TaskScope scope) {
		return level(scope).map(ReachedLevel::level).map(ServiceClock::ofLevel);
	}

	private Optional<ReachedLevel> level(TaskScope scope) {
		return this.levels.reached(scope.caseNumber(), scope.number(LevelVariables.LEVEL));
	}

	@Override
	public final Set<String> candidateGroups(TaskScope scope) {
		return Set.of(level(scope).map(ReachedLevel::groupId).orElse(Role.MANAGERS.groupId()));
	}

	@Override
	public final Optional<UserId> assignee(TaskScope scope) {
		return level(scope).map(ReachedLevel::personId);
	}

	@Override
	public String why(TaskScope scope) {
		return level(scope)
			.map((level) -> "Le llega porque el caso subió al nivel " + level.level() + ". " + level.because())
			.orElse("Le llega porque el caso subió de nivel.");
	}

	@Override
	public final void complete(CompletedTask task) {
		decide(task);
		level(task.scope()).ifPresent((level) -> this.levels.attended(task.caseNumber(), level.level()));
	}

	/** Carries out what the level decided. */
	protected abstract void decide(CompletedTask task);

}
