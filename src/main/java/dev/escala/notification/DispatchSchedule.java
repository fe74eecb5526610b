package dev.escala.notification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the dispatcher every second. Switched off by {@code escala.notification.dispatch},
 * for tests, which run it themselves, and for nodes that shall not send.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.notification.dispatch", matchIfMissing = true)
class DispatchSchedule {

	private final Dispatcher dispatcher;

	DispatchSchedule(Dispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	@Scheduled(fixedDelayString = "PT1S")
	void run() {
		this.dispatcher.run();
	}

}
