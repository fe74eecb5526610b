package dev.escala.calendar.year;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks every hour which years have to be confirmed, the first time some minutes after the
 * start. Switched off by {@code escala.calendar-years.enabled}, for tests, which ask
 * themselves, and for nodes that shall not.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.calendar-years.enabled", matchIfMissing = true)
class YearSchedule {

	private final ConfirmYears years;

	YearSchedule(ConfirmYears years) {
		this.years = years;
	}

	@Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
	void run() {
		this.years.ask();
	}

}
