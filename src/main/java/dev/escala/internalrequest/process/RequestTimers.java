package dev.escala.internalrequest.process;

import java.time.Instant;
import java.util.Date;

import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.PromisedAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * What the timers of the models ask: {@code ${requestTimers.answerOver(execution)}}. They
 * read the stored date; one that is missing is an error, never a missing timer.
 */
@Component("requestTimers")
public class RequestTimers {

	private final InternalRequests requests;

	private final PromisedAnswers promised;

	RequestTimers(InternalRequests requests, PromisedAnswers promised) {
		this.requests = requests;
		this.promised = promised;
	}

	/** By when somebody says that they have it. */
	public Date acknowledgementOver(DelegateExecution execution) {
		return date(request(execution).acknowledgeDue());
	}

	/** When the one who has it is reminded. */
	public Date answerNear(DelegateExecution execution) {
		return date(request(execution).warnAt());
	}

	/** When it goes up a level. */
	public Date answerOver(DelegateExecution execution) {
		return date(request(execution).nextLevelAt());
	}

	/** When the one who promised an answer is reminded. */
	public Date promiseNear(DelegateExecution execution) {
		return date(this.promised.remindAt(execution.getProcessBusinessKey()).orElse(null));
	}

	/** When the promised date passes. */
	public Date promiseOver(DelegateExecution execution) {
		return date(this.promised.promisedAt(execution.getProcessBusinessKey()).orElse(null));
	}

	private InternalRequest request(DelegateExecution execution) {
		return this.requests.get(execution.getProcessBusinessKey());
	}

	private static Date date(Instant instant) {
		if (instant == null) {
			throw new IllegalStateException("The request has no date for its timer");
		}
		return Date.from(instant);
	}

}
