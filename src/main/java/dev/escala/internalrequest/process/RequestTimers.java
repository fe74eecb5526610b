package dev.escala.internalrequest.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;

import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.call.PromisedAnswers;
import dev.escala.reference.CaseNumber;
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

	private final Clock clock;

	RequestTimers(InternalRequests requests, PromisedAnswers promised, Clock clock) {
		this.requests = requests;
		this.promised = promised;
		this.clock = clock;
	}

	/** By when somebody says that they have it. */
	public Date acknowledgementOver(DelegateExecution execution) {
		return date(request(execution).acknowledgeDue());
	}

	/** When the answer is looked after next: the reminder, then the deadline. */
	public Date answerCheck(DelegateExecution execution) {
		InternalRequest request = request(execution);
		return date(request.nextCheck(this.clock.instant()));
	}

	/** When the promised date is looked after next: the reminder, then the date. */
	public Date promiseCheck(DelegateExecution execution) {
		return date(this.promised.nextCheck(new CaseNumber(execution.getProcessBusinessKey())).orElse(null));
	}

	private InternalRequest request(DelegateExecution execution) {
		return this.requests.get(new CaseNumber(execution.getProcessBusinessKey()));
	}

	private static Date date(Instant instant) {
		if (instant == null) {
			throw new IllegalStateException("The request has no date for its timer");
		}
		return Date.from(instant);
	}

}
