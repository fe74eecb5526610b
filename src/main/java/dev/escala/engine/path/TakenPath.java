package dev.escala.engine.path;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What processes did in one transaction, however many commands it has. It is written just
 * before the commit; where that never comes nothing happened.
 */
final class TakenPath implements TransactionSynchronization {

	private final Supplier<PathRepository> paths;

	private final Clock clock;

	private final List<String> flows = new ArrayList<>();

	private final List<String> steps = new ArrayList<>();

	private final List<Long> waits = new ArrayList<>();

	private TakenPath(Supplier<PathRepository> paths, Clock clock) {
		this.paths = paths;
		this.clock = clock;
	}

	/** That of the transaction of this thread; empty where there is none. */
	static Optional<TakenPath> ofThisTransaction(Supplier<PathRepository> paths, Clock clock) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()) {
			return Optional.empty();
		}
		TakenPath path = (TakenPath) TransactionSynchronizationManager.getResource(TakenPath.class);
		if (path == null) {
			path = new TakenPath(paths, clock);
			TransactionSynchronizationManager.bindResource(TakenPath.class, path);
			TransactionSynchronizationManager.registerSynchronization(path);
		}
		return Optional.of(path);
	}

	void take(String flow) {
		this.flows.add(flow);
	}

	void waited(String step, Duration wait) {
		this.steps.add(step);
		this.waits.add(Math.max(0, wait.toMillis()));
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		if (!readOnly) {
			this.paths.get().add(this.clock.instant(), this.flows, this.steps, this.waits);
		}
	}

	/** Another transaction begins inside this one, and has a path of its own. */
	@Override
	public void suspend() {
		TransactionSynchronizationManager.unbindResourceIfPossible(TakenPath.class);
	}

	@Override
	public void resume() {
		TransactionSynchronizationManager.bindResource(TakenPath.class, this);
	}

	@Override
	public void afterCompletion(int status) {
		TransactionSynchronizationManager.unbindResourceIfPossible(TakenPath.class);
	}

}
