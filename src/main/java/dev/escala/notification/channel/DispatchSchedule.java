package dev.escala.notification.channel;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has each queue emptied by threads of its own, so that a server that hangs holds up
 * nobody else: at once when a message was committed on this node, and every second for
 * what is tried again, or was committed on a node that does not send. Switched off by
 * {@code escala.notification.dispatch}, for tests, which run the dispatcher themselves,
 * and for nodes that shall not send.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.notification.dispatch", matchIfMissing = true)
class DispatchSchedule implements SmartLifecycle {

	private static final Duration LOOK = Duration.ofSeconds(1);

	/** Three times in a lease. */
	private static final Duration TIDY = Duration.ofSeconds(15);

	/** Shorter than what servers wait for the next mail (RFC 5321, 4.5.3.2.7). */
	private static final Duration IDLE = Duration.ofSeconds(10);

	/** Who is told to stop ends the conversation that is going on. */
	private static final int PATIENCE_SECONDS = 30;

	private final Dispatcher dispatcher;

	private ThreadPoolTaskScheduler threads;

	private volatile List<LaneWorkers> workers = List.of();

	DispatchSchedule(Dispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@TransactionalEventListener(fallbackExecution = true)
	void queued(MessageQueued message) {
		this.workers.stream().filter((one) -> one.lane().lane().equals(message.lane())).forEach(LaneWorkers::call);
	}

	@Override
	public synchronized void start() {
		this.dispatcher.start();
		List<OutgoingLane> lanes = this.dispatcher.lanes();
		this.threads = new ThreadPoolTaskScheduler();
		// Each queue looks and works; one more tidies up.
		this.threads.setPoolSize(lanes.stream().mapToInt((lane) -> lane.connections() + 1).sum() + 1);
		this.threads.setThreadNamePrefix("dispatch-");
		this.threads.setWaitForTasksToCompleteOnShutdown(true);
		this.threads.setAwaitTerminationSeconds(PATIENCE_SECONDS);
		this.threads.initialize();
		this.threads.scheduleWithFixedDelay(this.dispatcher::tidyUp, TIDY);
		this.workers = lanes.stream().map((lane) -> new LaneWorkers(this.dispatcher, lane, this.threads)).toList();
		this.workers.forEach((one) -> this.threads.scheduleWithFixedDelay(() -> look(one), LOOK));
	}

	private static void look(LaneWorkers workers) {
		workers.call();
		workers.lane().sender().rest(IDLE);
	}

	@Override
	public synchronized void stop() {
		this.dispatcher.stop();
		this.workers = List.of();
		this.threads.shutdown();
		this.threads = null;
		this.dispatcher.lanes().forEach((lane) -> lane.sender().rest(Duration.ZERO));
	}

	@Override
	public synchronized boolean isRunning() {
		return this.threads != null;
	}

}
