package dev.escala.internalrequest;

import java.time.Instant;
import java.util.Optional;

import dev.escala.internalrequest.RequestNotices.Occasion;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks after the dates that other sides agreed to on the phone (000-18). */
@Service
@Transactional
public class PromisedAnswers {

	private final InternalRequests requests;

	private final HoldingPromises promises;

	private final RequestDates dates;

	private final RequestNotices notices;

	PromisedAnswers(InternalRequests requests, HoldingPromises promises, RequestDates dates, RequestNotices notices) {
		this.requests = requests;
		this.promises = promises;
		this.dates = dates;
		this.notices = notices;
	}

	/** The date that holds now; empty where none does. */
	@Transactional(readOnly = true)
	public Optional<Instant> promisedAt(String number) {
		return this.promises.promisedAt(number);
	}

	/** When the one who promised is reminded: after three quarters of the time. */
	@Transactional(readOnly = true)
	public Optional<Instant> remindAt(String number) {
		return promisedAt(number).map(this.dates::warning);
	}

	/** Reminds the one who promised, while there is something to keep. */
	public void remind(String number) {
		this.requests.lock(number);
		if (promisedAt(number).isPresent()) {
			this.notices.tell(number, Occasion.PROMISE_NEAR, null);
		}
	}

	/** The date has passed: the promise is broken, unless it was kept in this moment. */
	public void breakIt(String number) {
		this.requests.lock(number);
		if (promisedAt(number).isPresent()) {
			this.promises.broken(number);
			this.notices.tell(number, Occasion.PROMISE_BROKEN, null);
		}
	}

}
