package dev.escala.notice;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Settles first notices every two seconds. Switched off by
 * {@code escala.first-notice.enabled}, for tests, which do it themselves, and for nodes
 * that shall not.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.first-notice.enabled", matchIfMissing = true)
class FirstNoticeSchedule {

	private final FirstNoticeSweep sweep;

	FirstNoticeSchedule(FirstNoticeSweep sweep) {
		this.sweep = sweep;
	}

	@Scheduled(fixedDelayString = "PT2S")
	void run() {
		this.sweep.run();
	}

}
