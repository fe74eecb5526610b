package dev.escala.clock.recalculation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the recalculations every two seconds. Switched off by
 * {@code escala.recalculation.enabled}, for tests, which run them themselves, and for
 * nodes that shall not.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.recalculation.enabled", matchIfMissing = true)
class RecalculationSchedule {

	private final RecalculationWorker worker;

	RecalculationSchedule(RecalculationWorker worker) {
		this.worker = worker;
	}

	@Scheduled(fixedDelayString = "PT2S")
	void run() {
		this.worker.run();
	}

}
