package dev.escala.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.escala.limit.CountedTryRepository.Tries;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts tries in the database, before they are made: a hundred that come at the same
 * moment, at whichever node, get as many as are free and no more. A try that has to wait
 * is not counted, so that somebody who keeps trying does not push the end of the wait
 * away.
 */
@Service
public class Limits {

	/** Longer than any limit remembers. */
	private static final Duration KEPT = Duration.ofDays(2);

	private final CountedTryRepository repository;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Limits(CountedTryRepository repository, PlatformTransactionManager transactions, Clock clock) {
		this.repository = repository;
		// What was tried stays counted, whatever becomes of the work around it.
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	/**
	 * Counts a try with all counters, or with none where one of them has to wait.
	 * @return how long to wait, or empty: go on
	 */
	public Optional<Duration> take(List<Counter> counters) {
		Instant now = this.clock.instant();
		// Whoever hammers costs one look, no lock and no row.
		Optional<Duration> known = longest(
				counters.stream().map((counter) -> state(counter, this.repository.find(counter), now)).toList());
		return known.isPresent() ? known : this.transaction.execute((status) -> {
			List<Counter> inOrder = counters.stream().sorted(Comparator.comparing(Counter::order)).toList();
			List<State> states = inOrder.stream()
				.map((counter) -> state(counter, this.repository.lock(counter, now), now))
				.toList();
			Optional<Duration> wait = longest(states);
			if (wait.isPresent()) {
				status.setRollbackOnly();
				return wait;
			}
			states.forEach((state) -> count(state, now));
			return Optional.empty();
		});
	}

	/** Takes a try back that turned out to be a good one. */
	public void giveBack(Counter counter) {
		this.transaction.executeWithoutResult((status) -> this.repository.giveBack(counter));
	}

	/** Forgets all tries of a counter. */
	public void clear(Counter counter) {
		this.transaction.executeWithoutResult((status) -> this.repository.delete(counter));
	}

	/** Forgets what counts no more; on every node, as often as it likes. */
	@Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	public void forgetOld() {
		this.repository.deleteBefore(this.clock.instant().minus(KEPT));
	}

	private static State state(Counter counter, Optional<Tries> tries, Instant now) {
		return tries.map((known) -> new State(counter, known.tries(), known.last(), now))
			.orElse(new State(counter, 0, now, now));
	}

	private void count(State state, Instant now) {
		Limit limit = state.counter().limit();
		this.repository.save(state.counter(), limit.oneMore(limit.remaining(state.tries(), state.last(), now)), now);
	}

	private static Optional<Duration> longest(List<State> states) {
		return states.stream().map(State::left).max(Comparator.naturalOrder()).filter((wait) -> !wait.isZero());
	}

	/** What a counter says at a moment. */
	private record State(Counter counter, int tries, Instant last, Instant now) {

		Duration left() {
			return this.counter.limit().waitLeft(this.tries, this.last, this.now);
		}

	}

}
