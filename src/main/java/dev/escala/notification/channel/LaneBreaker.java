package dev.escala.notification.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.escala.notification.Lane;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;

/**
 * Leaves a server alone that does not answer: after three failures in a row nothing is
 * taken from its queue, then one message tries whether it is back. It lives in this
 * node's memory only: another node finds out for itself, and a restart begins anew.
 */
final class LaneBreaker {

	private static final int FAILURES = 3;

	/** First 30 seconds, then twice as long each time, five minutes at most. */
	private static final IntervalFunction PAUSES = IntervalFunction.ofExponentialBackoff(Duration.ofSeconds(30), 2,
			Duration.ofMinutes(5));

	private static final Exception FAILURE = new Exception("no answer");

	private final Clock clock;

	private final CircuitBreaker breaker;

	private volatile Instant failingSince;

	private volatile Instant openUntil;

	private volatile boolean askedToWait;

	LaneBreaker(Lane lane, Clock clock) {
		this.clock = clock;
		this.breaker = CircuitBreaker.of(lane.id(),
				CircuitBreakerConfig.custom()
					.clock(clock)
					.slidingWindow(FAILURES, FAILURES, SlidingWindowType.COUNT_BASED)
					.failureRateThreshold(100)
					.permittedNumberOfCallsInHalfOpenState(1)
					.waitIntervalFunctionInOpenState(this::pause)
					.build());
	}

	private long pause(int opened) {
		long millis = PAUSES.apply(opened);
		this.openUntil = this.clock.instant().plusMillis(millis);
		this.askedToWait = false;
		return millis;
	}

	/**
	 * Whether a message may be taken now. Who gets a yes says what came of it:
	 * {@link #unused}, {@link #answered}, {@link #failed} or {@link #waitFor}.
	 */
	boolean permits() {
		return this.breaker.tryAcquirePermission();
	}

	/** There was no message. */
	void unused() {
		this.breaker.releasePermission();
	}

	/**
	 * The server answered, whatever it said.
	 * @return whether it had been away
	 */
	boolean answered() {
		boolean wasAway = this.breaker.getState() != State.CLOSED;
		this.breaker.onSuccess(0, TimeUnit.NANOSECONDS);
		this.failingSince = null;
		return wasAway;
	}

	/**
	 * The server did not answer.
	 * @param inDoubt whether a message is lost in it: the next one would be a second one
	 * that people must look after, so one is enough
	 */
	void failed(boolean inDoubt) {
		if (this.failingSince == null) {
			this.failingSince = this.clock.instant();
		}
		this.breaker.onError(0, TimeUnit.NANOSECONDS, FAILURE);
		if (inDoubt && this.breaker.getState() == State.CLOSED) {
			this.breaker.transitionToOpenState();
		}
	}

	/** The server answered that it wants to be left alone. */
	void waitFor(Duration wait) {
		if (this.failingSince == null) {
			this.failingSince = this.clock.instant();
		}
		this.breaker.transitionToOpenStateFor(wait);
		this.openUntil = this.clock.instant().plus(wait);
		this.askedToWait = true;
	}

	/** Since when the server is left alone, and until when; empty where it is not. */
	Optional<Pause> current() {
		Instant since = this.failingSince;
		Instant until = this.openUntil;
		return (this.breaker.getState() == State.CLOSED || since == null || until == null) ? Optional.empty()
				: Optional.of(new Pause(since, until, this.askedToWait));
	}

	/**
	 * A time in which nothing is sent.
	 *
	 * @param since the first failure
	 * @param until when one message tries again
	 * @param askedToWait whether the server itself asked for it
	 */
	record Pause(Instant since, Instant until, boolean askedToWait) {
	}

}
