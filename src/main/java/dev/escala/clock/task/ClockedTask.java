package dev.escala.clock.task;

import java.time.Instant;
import java.util.Optional;

import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.reference.UserId;

/** A task whose dates are those of a clock of its case, and move with it. */
public abstract class ClockedTask implements UserTask {

	private final String key;

	private final ServiceClock clock;

	private final TaskClocks clocks;

	/**
	 * Creates the task.
	 * @param key the task's id in the model
	 * @param clock the clock that says by when, or {@code null}
	 */
	protected ClockedTask(String key, ServiceClock clock, TaskClocks clocks) {
		this.key = key;
		this.clock = clock;
		this.clocks = clocks;
	}

	@Override
	public final String key() {
		return this.key;
	}

	/** The clock of this very task. */
	protected Optional<ServiceClock> clock(TaskScope scope) {
		return Optional.ofNullable(this.clock);
	}

	@Override
	public final Optional<Instant> dueAt(TaskScope scope) {
		return clock(scope).flatMap((which) -> this.clocks.open(scope.caseNumber(), which)).map(Deadline::dueAt);
	}

	@Override
	public final Optional<Instant> followUpAt(TaskScope scope) {
		return clock(scope).flatMap((which) -> this.clocks.open(scope.caseNumber(), which)).map(Deadline::warnAt);
	}

	@Override
	public final void moveDue(TaskScope scope, Instant due, UserId by) {
		clock(scope).ifPresentOrElse((which) -> this.clocks.setDue(scope.caseNumber(), which, due, by),
				() -> UserTask.super.moveDue(scope, due, by));
	}

}
