package dev.escala.clock.process;

import java.util.Set;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.WatchModel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The model {@code paused-case.bpmn} watches how long a matter has been waiting. */
@Configuration(proxyBeanMethods = false)
class PausedCaseWatch {

	private static final String KEY = "pausedCase";

	private static final String EVENT_WAIT_TOO_LONG = "event_waitTooLong";

	@Bean
	WatchModel pausedCase() {
		return new WatchModel(KEY, Set.of(ServiceClock.PAUSE_REVIEW), EVENT_WAIT_TOO_LONG, null, false);
	}

}
