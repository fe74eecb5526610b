package dev.escala.internalrequest.call;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.RequestFlow;
import dev.escala.internalrequest.RequestNotices;
import dev.escala.internalrequest.RequestNotices.Occasion;
import dev.escala.promise.Promise;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks after the dates that other sides agreed to on the phone (000-18). */
@Service
@Transactional
public class PromisedAnswers {

	private final InternalRequests requests;

	private final HoldingPromises promises;

	private final RequestNotices notices;

	private final RequestFlow flow;

	private final Clock clock;

	PromisedAnswers(InternalRequests requests, HoldingPromises promises, RequestNotices notices, RequestFlow flow,
			Clock clock) {
		this.requests = requests;
		this.promises = promises;
		this.notices = notices;
		this.flow = flow;
		this.clock = clock;
	}

	/** The date that holds now; empty where none does. */
	@Transactional(readOnly = true)
	public Optional<Instant> promisedAt(CaseNumber number) {
		return this.promises.promisedAt(number);
	}

	/** When the promise is looked after next: the reminder, then the date itself. */
	@Transactional(readOnly = true)
	public Optional<Instant> nextCheck(CaseNumber number) {
		return this.promises.live(number).map((promise) -> {
			Instant remind = remindAt(promise);
			return remind.isAfter(this.clock.instant()) ? remind : promise.promisedAt();
		});
	}

	/** After three quarters of the time since the other side agreed. */
	private static Instant remindAt(Promise promise) {
		long whole = promise.acceptedAt().until(promise.promisedAt(), ChronoUnit.MILLIS);
		return promise.acceptedAt().plus(whole * 3 / 4, ChronoUnit.MILLIS);
	}

	/**
	 * Reminds the one who promised, and once the date has passed counts the promise as
	 * broken. A date that was moved meanwhile is waited for.
	 * @return whether somebody still waits for what was promised
	 */
	public boolean watch(CaseNumber number) {
		this.requests.lock(number);
		Optional<Promise> promise = this.promises.live(number);
		if (promise.isEmpty()) {
			return false;
		}
		Instant now = this.clock.instant();
		if (promise.get().promisedAt().isAfter(now)) {
			if (!remindAt(promise.get()).isAfter(now)) {
				this.notices.tell(number, Occasion.PROMISE_NEAR, null);
			}
			return true;
		}
		this.promises.broken(number);
		this.flow.syncTimers(number);
		this.notices.tell(number, Occasion.PROMISE_BROKEN, null);
		return false;
	}

}
