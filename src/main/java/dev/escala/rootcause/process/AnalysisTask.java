package dev.escala.rootcause.process;

import java.time.Instant;
import java.util.Optional;

import dev.escala.clock.Deadline;
import dev.escala.clock.NextCommunication;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;

/**
 * A task of an analysis, due when the customer is to hear from us next. An analysis that
 * is asked for after the end of its matter has no date: no table gives one.
 */
abstract class AnalysisTask implements UserTask {

	private final String key;

	private final NextCommunication next;

	AnalysisTask(String key, NextCommunication next) {
		this.key = key;
		this.next = next;
	}

	@Override
	public final String key() {
		return this.key;
	}

	@Override
	public final Optional<Instant> dueAt(TaskScope scope) {
		return this.next.deadline(scope.caseNumber()).map(Deadline::dueAt);
	}

}
