package dev.escala.escalation.process.task;

import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseLevel;
import dev.escala.escalation.CaseLevels;
import dev.escala.servicelevel.ServiceClock;

/**
 * A task of the level that the case went up to; completing it meets the level's clock.
 */
abstract class LevelTask extends ClockedTask {

	private final TaskFacts facts;

	private final CaseLevels levels;

	LevelTask(String key, TaskFacts facts, CaseLevels levels) {
		super(key, null, facts);
		this.facts = facts;
		this.levels = levels;
	}

	@Override
	final Optional<ServiceClock> clock(TaskScope scope) {
		return this.facts.level(scope).map(CaseLevel::level).map(ServiceClock::ofLevel);
	}

	@Override
	public final Set<String> candidateGroups(TaskScope scope) {
		return Set.of(this.facts.level(scope).map(CaseLevel::groupId).orElse(Role.MANAGERS.groupId()));
	}

	@Override
	public final Optional<String> assignee(TaskScope scope) {
		return this.facts.level(scope).map(CaseLevel::personId);
	}

	@Override
	public final String why(TaskScope scope) {
		return this.facts.level(scope)
			.map((level) -> "Le llega porque el caso subió al nivel " + level.level() + ". " + level.because())
			.orElse("Le llega porque el caso subió de nivel.");
	}

	@Override
	public final void complete(CompletedTask task) {
		decide(task);
		this.facts.level(task.scope()).ifPresent((level) -> this.levels.attended(task.caseNumber(), level.level()));
	}

	/** Carries out what the level decided. */
	abstract void decide(CompletedTask task);

}
