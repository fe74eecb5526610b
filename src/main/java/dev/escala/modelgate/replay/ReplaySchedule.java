package dev.escala.modelgate.replay;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes replays on every two seconds, and forgets the old ones each night. Switched off
 * by {@code escala.replay.enabled} for nodes that shall not.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.replay.enabled", matchIfMissing = true)
class ReplaySchedule {

	private final ReplayWorker worker;

	private final Replays replays;

	ReplaySchedule(ReplayWorker worker, Replays replays) {
		this.worker = worker;
		this.replays = replays;
	}

	@Scheduled(fixedDelayString = "PT2S")
	void run() {
		this.worker.run();
	}

	@Scheduled(cron = "0 47 3 * * *")
	void forget() {
		this.replays.forget();
	}

}
