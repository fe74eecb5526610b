package dev.escala.advertised;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks early each morning whether a month is over that nobody has compared: a node that
 * was down on the first of the month does it on the second. Switched off by
 * {@code escala.public-promises.enabled}.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.public-promises.enabled", matchIfMissing = true)
class PromiseSchedule {

	private final ComparePromises compare;

	PromiseSchedule(ComparePromises compare) {
		this.compare = compare;
	}

	@Scheduled(cron = "0 40 5 * * *", zone = "${escala.zone}")
	void run() {
		this.compare.compare();
	}

}
