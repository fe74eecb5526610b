package dev.escala.promise.process;

import java.time.Instant;
import java.util.Date;

import dev.escala.engine.variable.ProcessVariables;
import dev.escala.promise.Promise;
import dev.escala.promise.Promises;
import dev.escala.promise.Proposal;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * What the timers of the model ask: {@code ${promiseTimers.due(execution)}}. They read
 * the stored date; one that is missing is an error, never a missing timer.
 */
@Component("promiseTimers")
public class PromiseTimers {

	private final Promises promises;

	PromiseTimers(Promises promises) {
		this.promises = promises;
	}

	/** When the agreed date passes. */
	public Date due(DelegateExecution execution) {
		return date(promise(execution).promisedAt());
	}

	/** When the owner is reminded of the agreed date. */
	public Date reminder(DelegateExecution execution) {
		return date(promise(execution).remindAt());
	}

	/** When the proposed date passes, after which nobody can agree to it. */
	public Date proposalOver(DelegateExecution execution) {
		return date(this.promises.unanswered(id(execution)).map(Proposal::promisedAt).orElse(null));
	}

	private Promise promise(DelegateExecution execution) {
		return this.promises.get(id(execution));
	}

	static long id(DelegateExecution execution) {
		return ProcessVariables.required(execution, PromiseProcess.PROMISE_ID, Long.class);
	}

	private static Date date(Instant instant) {
		if (instant == null) {
			throw new IllegalStateException("The promise has no date for its timer");
		}
		return Date.from(instant);
	}

}
