package dev.escala.monitoring;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the audit every minute and reads the figures every few seconds. Switched off by
 * {@code escala.monitoring.enabled}.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.monitoring.enabled", matchIfMissing = true)
class MonitoringSchedule {

	private final SelfAudit audit;

	private final Figures figures;

	MonitoringSchedule(SelfAudit audit, Figures figures) {
		this.audit = audit;
		this.figures = figures;
	}

	/** Not at once: what waited while every node was down is run first. */
	@Scheduled(fixedDelayString = "${escala.monitoring.audit-every:PT1M}",
			initialDelayString = "${escala.monitoring.audit-every:PT1M}")
	void audit() {
		this.audit.run();
	}

	@Scheduled(fixedDelayString = "${escala.monitoring.figures-every:PT15S}")
	void figures() {
		this.figures.refresh();
	}

}
