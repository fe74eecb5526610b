package dev.escala.promise.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.IdleCases;
import dev.escala.promise.Promise;
import dev.escala.promise.Promises;

import org.springframework.stereotype.Component;

/** What the user tasks ask of a promise and its case. */
@Component
class PromiseFacts {

	private final Promises promises;

	private final Escalations escalations;

	private final IdleCases idle;

	private final Staff staff;

	PromiseFacts(Promises promises, Escalations escalations, IdleCases idle, Staff staff) {
		this.promises = promises;
		this.escalations = escalations;
		this.idle = idle;
		this.staff = staff;
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

	Set<String> ownersGroup(String number) {
		Escalation escalation = this.escalations.get(number);
		return (escalation.groupId() == null) ? Set.of(Role.SUPERVISORS.groupId())
				: Set.of(escalation.groupId(), Role.SUPERVISORS.groupId());
	}

	Optional<String> owner(String number) {
		return Optional.ofNullable(this.escalations.get(number).ownerId());
	}

	void claimed(String number, String user, String by) {
		this.idle.claimed(number, user, by);
	}

	/** Who it is for, and why the owner has it. */
	String why(TaskScope scope) {
		Promise promise = promise(scope);
		String who = owner(scope.caseNumber()).flatMap(this.staff::find)
			.map((person) -> person.name() + " es la persona responsable del caso.")
			.orElse("el caso aún no tiene una persona responsable.");
		return "Compromiso con " + this.promises.customer(promise).name() + ": «" + promise.content()
				+ "». Le llega porque " + who;
	}

	/** What the owner last wanted to promise, to be edited. */
	String content(TaskScope scope) {
		return this.promises.latest(id(scope))
			.map((latest) -> latest.estimate().content())
			.orElseGet(() -> promise(scope).content());
	}

}
