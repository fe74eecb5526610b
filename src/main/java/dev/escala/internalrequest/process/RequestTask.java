package dev.escala.internalrequest.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.internalrequest.InternalRequest;
import dev.escala.reference.UserId;

/** A task about a request: of those who answer it, or of the one who asked. */
abstract class RequestTask implements UserTask {

	private final String key;

	private final boolean requesters;

	private final RequestFacts facts;

	/**
	 * Creates the task.
	 * @param key the task's id in the model
	 * @param requesters whether the one who asked does it
	 */
	RequestTask(String key, boolean requesters, RequestFacts facts) {
		this.key = key;
		this.requesters = requesters;
		this.facts = facts;
	}

	@Override
	public final String key() {
		return this.key;
	}

	@Override
	public final Set<String> candidateGroups(TaskScope scope) {
		InternalRequest request = this.facts.request(scope);
		return this.requesters ? Set.of(request.fromGroup()) : this.facts.answerers(request);
	}

	@Override
	public final Optional<UserId> assignee(TaskScope scope) {
		InternalRequest request = this.facts.request(scope);
		return Optional.ofNullable(this.requesters ? request.requestedBy() : request.ownerId());
	}

	@Override
	public Optional<Instant> dueAt(TaskScope scope) {
		return this.facts.answerDue(scope);
	}

	@Override
	public final String why(TaskScope scope) {
		return this.requesters ? this.facts.whyRequester(scope) : this.facts.whyAnswerer(scope);
	}

}
