package dev.escala.tracking;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long customers can use a link.
 *
 * @param validFor time from the mail that brought it, 1 hour to 5 years
 */
@ConfigurationProperties("escala.tracking")
record TrackingProperties(@DefaultValue("P90D") Duration validFor) {

	private static final Duration LONGEST = Duration.ofDays(5 * 366);

	TrackingProperties {
		if (validFor.compareTo(Duration.ofHours(1)) < 0 || validFor.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("escala.tracking.valid-for must be between one hour and five years.");
		}
	}

}
