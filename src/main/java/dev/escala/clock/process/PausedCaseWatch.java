package dev.escala.clock.process;

import java.util.Set;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.WatchModel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The model {@code paused-case.bpmn} watches how long a matter has been waiting. */
@Configuration(proxyBeanMethods = false)
class PausedCaseWatch {

	@Bean
	WatchModel pausedCase() {
		return new WatchModel(PausedCaseProcess.KEY, Set.of(ServiceClock.PAUSE_REVIEW),
				PausedCaseProcess.EVENT_WAIT_TOO_LONG, null, false);
	}

}
