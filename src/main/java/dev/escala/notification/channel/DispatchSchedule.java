package dev.escala.notification.channel;

import java.time.Duration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Runs the dispatcher every second, each queue in a thread of its own: a server that
 * hangs holds up nobody else. Switched off by {@code escala.notification.dispatch}, for
 * tests, which run it themselves, and for nodes that shall not send.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.notification.dispatch", matchIfMissing = true)
class DispatchSchedule implements SmartLifecycle {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	/** Who is told to stop ends the conversation that is going on. */
	private static final int PATIENCE_SECONDS = 30;

	private final Dispatcher dispatcher;

	private ThreadPoolTaskScheduler threads;

	DispatchSchedule(Dispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Override
	public synchronized void start() {
		this.threads = new ThreadPoolTaskScheduler();
		this.threads.setPoolSize(this.dispatcher.lanes().size() + 1);
		this.threads.setThreadNamePrefix("dispatch-");
		this.threads.setWaitForTasksToCompleteOnShutdown(true);
		this.threads.setAwaitTerminationSeconds(PATIENCE_SECONDS);
		this.threads.initialize();
		this.threads.scheduleWithFixedDelay(this.dispatcher::tidyUp, PAUSE);
		this.dispatcher.lanes()
			.forEach((lane) -> this.threads.scheduleWithFixedDelay(() -> this.dispatcher.run(lane), PAUSE));
	}

	@Override
	public synchronized void stop() {
		this.dispatcher.stop();
		this.threads.shutdown();
		this.threads = null;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.threads != null;
	}

}
