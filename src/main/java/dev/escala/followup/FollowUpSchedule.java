package dev.escala.followup;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins the calls of the day every ten minutes, on every node on which
 * {@code escala.follow-ups.enabled} is on, and empties old ones each night.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.follow-ups.enabled", matchIfMissing = true)
class FollowUpSchedule {

	private final StartFollowUps start;

	private final FollowUpRetention retention;

	FollowUpSchedule(StartFollowUps start, FollowUpRetention retention) {
		this.start = start;
		this.retention = retention;
	}

	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
	void begin() {
		this.start.run();
	}

	@Scheduled(cron = "0 41 4 * * *")
	void forget() {
		this.retention.sweep();
	}

}
