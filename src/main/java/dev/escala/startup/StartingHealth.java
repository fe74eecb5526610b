package dev.escala.startup;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether this node takes requests. In place of Spring Boot's own, which tells a node
 * that is not ready yet from one that is being stopped by nothing.
 */
@Component("readinessStateHealthIndicator")
class StartingHealth implements HealthIndicator {

	static final Status STARTING = new Status("STARTING");

	private final ApplicationAvailability availability;

	private volatile boolean started;

	StartingHealth(ApplicationAvailability availability) {
		this.availability = availability;
	}

	@EventListener
	void on(AvailabilityChangeEvent<ReadinessState> change) {
		if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
			this.started = true;
		}
	}

	@Override
	public Health health() {
		if (!this.started) {
			return Health.status(STARTING).build();
		}
		return (this.availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC) ? Health.up().build()
				: Health.outOfService().build();
	}

}
