package dev.escala.handover.standin;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every ten seconds. Switched off by {@code escala.stand-ins.enabled}, for tests,
 * which look themselves, and for nodes that shall not.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.stand-ins.enabled", matchIfMissing = true)
class StandInSchedule {

	private final StandInSweep sweep;

	StandInSchedule(StandInSweep sweep) {
		this.sweep = sweep;
	}

	@Scheduled(fixedDelayString = "PT10S")
	void run() {
		this.sweep.run();
	}

}
