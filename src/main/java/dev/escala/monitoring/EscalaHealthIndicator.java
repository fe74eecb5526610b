package dev.escala.monitoring;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Tells whether the self-audit found anything. A finding is a warning and leaves the
 * answer at HTTP 200: one failed job is no reason to take every node away.
 */
@Component
class EscalaHealthIndicator implements HealthIndicator {

	private static final Status WARNING = new Status("WARNING");

	private final Figures figures;

	EscalaHealthIndicator(Figures figures) {
		this.figures = figures;
	}

	@Override
	public Health health() {
		return this.figures.current().map((reading) -> {
			Health.Builder health = reading.findings().isEmpty() ? Health.up() : Health.status(WARNING);
			reading.findings().forEach(health::withDetail);
			return health.build();
		}).orElseGet(() -> Health.unknown().build());
	}

}
