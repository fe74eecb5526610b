package dev.escala.internalrequest.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.RequestDates;
import dev.escala.internalrequest.RequestFlow;
import dev.escala.pipeline.Party;
import dev.escala.promise.Promise;
import dev.escala.promise.PromiseStatus;
import dev.escala.promise.SpokenPromise;
import dev.escala.promise.SpokenPromises;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/**
 * The date that the other side was promised on the phone: it counts as any other promise
 * does (000-18).
 */
@Component
public class HoldingPromises {

	private final SpokenPromises promises;

	private final RequestDates dates;

	private final RequestFlow flow;

	private final Clock clock;

	HoldingPromises(SpokenPromises promises, RequestDates dates, RequestFlow flow, Clock clock) {
		this.promises = promises;
		this.dates = dates;
		this.flow = flow;
		this.clock = clock;
	}

	/** The other side said yes to the holding sentence. */
	public void accept(InternalRequest request, String content, Instant promisedAt) {
		Party party = request.question().party();
		this.promises.accept(new SpokenPromise(request.number(),
				(party.kind() == Party.Kind.CUSTOMER) ? new CustomerId(party.id()) : null, party.name(), content,
				promisedAt, request.requestedBy(), request.requestedBy(), request.fromGroup()));
		this.flow.watchPromise(request.number());
	}

	/** The other side has its answer. */
	public void kept(CaseNumber number, UserId user, String note) {
		if (isLive(number)) {
			this.promises.keep(number, user, note);
			this.flow.endPromiseWatch(number);
		}
	}

	/**
	 * The other side agreed to a later date: that of the decision, and time to say it.
	 */
	public void moved(InternalRequest request, UserId user, String reason) {
		// Whoever writes it down after that date has nothing left to promise.
		if (isLive(request.number()) && date(request).isAfter(this.clock.instant())) {
			this.promises.move(request.number(), date(request), user, reason);
			this.flow.syncTimers(request.number());
		}
	}

	public void withdrawn(CaseNumber number, UserId user, String reason) {
		if (isLive(number)) {
			this.promises.withdraw(number, user, reason);
			this.flow.endPromiseWatch(number);
		}
	}

	/** By when the other side has its answer: once it is decided, and time to say it. */
	Instant date(InternalRequest request) {
		return this.dates.promised(request.answerDue(), request.groupId(), request.question().party());
	}

	/** The date that the other side agreed to, while it holds. */
	public Optional<Instant> promisedAt(CaseNumber number) {
		return live(number).map(Promise::promisedAt);
	}

	/** The promise that is neither kept nor broken yet. */
	Optional<Promise> live(CaseNumber number) {
		return this.promises.promise(number).filter((promise) -> promise.status() == PromiseStatus.ACCEPTED);
	}

	/** The promised date has passed without an answer: it counts as broken. */
	void broken(CaseNumber number) {
		this.promises.breakIt(number);
	}

	private boolean isLive(CaseNumber number) {
		return promisedAt(number).isPresent();
	}

}
