package dev.escala.promise.process;

import java.time.Instant;
import java.util.Optional;

import dev.escala.clock.Deadline;
import dev.escala.clock.NextCommunication;
import dev.escala.engine.TaskScope;
import dev.escala.owner.MatterOwner;
import dev.escala.promise.Promise;
import dev.escala.promise.Promises;

import org.springframework.stereotype.Component;

/** What the user tasks ask of a promise and its case. */
@Component
class PromiseFacts {

	private final Promises promises;

	private final MatterOwner owner;

	private final NextCommunication next;

	PromiseFacts(Promises promises, MatterOwner owner, NextCommunication next) {
		this.next = next;
		this.promises = promises;
		this.owner = owner;
	}

	static long id(TaskScope scope) {
		return (Long) scope.facts().apply(PromiseProcess.PROMISE_ID);
	}

	Promise promise(TaskScope scope) {
		return this.promises.get(id(scope));
	}

	Optional<Instant> due(TaskScope scope) {
		Promise promise = promise(scope);
		return Optional.ofNullable((promise.apologyDueAt() != null) ? promise.apologyDueAt() : promise.promisedAt());
	}

	/** When the customer is to hear from us next: then somebody talks to them anyway. */
	Optional<Instant> nextWord(TaskScope scope) {
		return this.next.deadline(scope.caseNumber()).map(Deadline::dueAt);
	}

	MatterOwner owner() {
		return this.owner;
	}

	/** Who it is for, and why the owner has it. */
	String why(TaskScope scope) {
		Promise promise = promise(scope);
		return "Compromiso con " + this.promises.customer(promise).name() + ": «" + promise.content() + "». "
				+ this.owner.why(scope.caseNumber());
	}

	/** What the owner last wanted to promise, to be edited. */
	String content(TaskScope scope) {
		return this.promises.latest(id(scope))
			.map((latest) -> latest.estimate().content())
			.orElseGet(() -> promise(scope).content());
	}

}
