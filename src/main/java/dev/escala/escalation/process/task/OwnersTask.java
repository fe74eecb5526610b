package dev.escala.escalation.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.UserTask;
import dev.escala.servicelevel.ServiceClock;

/** A task of the person who owns the case (001-10); their group can take it from them. */
abstract class OwnersTask implements UserTask {

	private final String key;

	private final ServiceClock clock;

	private final TaskFacts facts;

	/**
	 * Creates the task.
	 * @param key the task's id in the model
	 * @param clock the clock that says by when, or {@code null}
	 */
	OwnersTask(String key, ServiceClock clock, TaskFacts facts) {
		this.key = key;
		this.clock = clock;
		this.facts = facts;
	}

	@Override
	public final String key() {
		return this.key;
	}

	@Override
	public final Set<String> candidateGroups(String caseNumber) {
		return this.facts.ownersGroup(caseNumber);
	}

	@Override
	public final Optional<String> assignee(String caseNumber) {
		return this.facts.owner(caseNumber);
	}

	@Override
	public final Optional<Instant> dueAt(String caseNumber) {
		return (this.clock == null) ? Optional.empty() : this.facts.due(caseNumber, this.clock);
	}

	@Override
	public final String why(String caseNumber) {
		return this.facts.whyOwner(caseNumber);
	}

}
