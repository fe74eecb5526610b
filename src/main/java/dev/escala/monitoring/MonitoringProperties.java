package dev.escala.monitoring;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Escala watches itself.
 *
 * @param enabled whether this node takes part; off in tests, which run it themselves
 * @param auditEvery time between two audits of this node
 * @param figuresEvery time between two readings of the figures for health and metrics
 * @param lateAfter how long a job may be due before that is a finding
 */
@ConfigurationProperties("escala.monitoring")
public record MonitoringProperties(@DefaultValue("true") boolean enabled, @DefaultValue("PT1M") Duration auditEvery,
		@DefaultValue("PT15S") Duration figuresEvery, @DefaultValue("PT2M") Duration lateAfter) {

	public MonitoringProperties {
		requirePositive("audit-every", auditEvery);
		requirePositive("figures-every", figuresEvery);
		requirePositive("late-after", lateAfter);
	}

	private static void requirePositive(String name, Duration duration) {
		if (duration.isNegative() || duration.isZero()) {
			throw new IllegalArgumentException("escala.monitoring." + name + " must be longer than nothing.");
		}
	}

}
