package dev.escala.notification.channel;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who empty one queue on this node: one of them begins when it is called, and each
 * message that is taken calls another, until there is nothing more or all are at work.
 */
final class LaneWorkers {

	private static final Logger logger = LoggerFactory.getLogger(LaneWorkers.class);

	private final Dispatcher dispatcher;

	private final OutgoingLane lane;

	private final Executor threads;

	private final AtomicInteger working = new AtomicInteger();

	private final AtomicInteger calls = new AtomicInteger();

	LaneWorkers(Dispatcher dispatcher, OutgoingLane lane, Executor threads) {
		this.dispatcher = dispatcher;
		this.lane = lane;
		this.threads = threads;
	}

	OutgoingLane lane() {
		return this.lane;
	}

	/** There may be a message. */
	void call() {
		this.calls.incrementAndGet();
		begin();
	}

	private void begin() {
		if (this.working.incrementAndGet() > this.lane.connections()) {
			this.working.decrementAndGet();
			return;
		}
		try {
			this.threads.execute(this::work);
		}
		catch (RejectedExecutionException ex) {
			// The node stops; another one, or the next start, goes on.
			this.working.decrementAndGet();
		}
	}

	private void work() {
		int heard = this.calls.get();
		try {
			this.dispatcher.run(this.lane, this::begin);
		}
		catch (RuntimeException ex) {
			logger.error("The queue {} could not be emptied; it is looked at again.", this.lane.lane().id(), ex);
			heard = this.calls.get();
		}
		finally {
			this.working.decrementAndGet();
		}
		if (heard != this.calls.get()) {
			// Who called meanwhile may have found all at work.
			begin();
		}
	}

}
