package dev.escala.internalrequest.process;

import java.time.Instant;
import java.util.Optional;

import dev.escala.engine.TaskScope;

/** The one who asked tells the other side something, by the date that it was promised. */
abstract class PassOnTask extends RequestTask {

	private final RequestFacts facts;

	PassOnTask(String key, RequestFacts facts) {
		super(key, true, facts);
		this.facts = facts;
	}

	@Override
	public final Optional<Instant> dueAt(TaskScope scope) {
		return this.facts.promisedAt(scope);
	}

}
