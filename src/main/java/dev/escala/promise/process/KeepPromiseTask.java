package dev.escala.promise.process;

import java.util.Map;
import java.util.Set;

import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.promise.Estimate;
import dev.escala.promise.MakePromise;
import dev.escala.promise.SettlePromise;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** The owner keeps the promise, or proposes another date with its reason (003-18). */
@Component
class KeepPromiseTask extends PromiseTask {

	private static final String CONTENT = "promiseContent";

	private final PromiseFacts facts;

	private final SettlePromise settling;

	private final MakePromise making;

	KeepPromiseTask(PromiseFacts facts, SettlePromise settling, MakePromise making) {
		super(PromiseProcess.KEEP, true, facts);
		this.facts = facts;
		this.settling = settling;
		this.making = making;
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of(CONTENT, this.facts.promise(scope).content());
	}

	/**
	 * Every field is read, also those that the chosen outcome hides: none stays behind.
	 */
	@Override
	public void complete(CompletedTask task) {
		String outcome = task.text("promiseOutcome");
		String note = task.text("promiseNote");
		String content = task.text(CONTENT);
		Integer hours = task.number("estimateHours");
		String complexity = task.text("complexity");
		boolean capable = task.flag("capabilityConfirmed");
		String alternative = task.text("alternative");
		Integer alternativeHours = task.number("alternativeHours");
		String reason = task.text("revisionReason");
		if (!Set.of("kept", "revise").contains(String.valueOf(outcome))) {
			throw new InvalidInputException("promiseOutcome",
					"Indique si el compromiso está cumplido o hace falta otra fecha.");
		}
		long id = PromiseFacts.id(task.scope());
		boolean kept = outcome.equals("kept");
		if (kept) {
			this.settling.keep(id, task.userId(), note);
		}
		else {
			this.making.revise(id, task.userId(),
					Estimate.of(content, hours, complexity, capable, alternative, alternativeHours, reason, true));
		}
		task.setFact(PromiseProcess.PROMISE_KEPT, kept);
		task.answer(outcome);
	}

}
