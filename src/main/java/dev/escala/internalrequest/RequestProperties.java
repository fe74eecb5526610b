package dev.escala.internalrequest;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of internal requests.
 *
 * @param passOn working time between our decision and the date that the other side is
 * promised on the phone, so that there is time to call them; from a quarter of an hour to
 * a week
 */
@ConfigurationProperties("escala.internal-requests")
record RequestProperties(@DefaultValue("PT2H") Duration passOn) {

	RequestProperties {
		if (passOn.compareTo(Duration.ofMinutes(15)) < 0 || passOn.compareTo(Duration.ofHours(40)) > 0) {
			throw new IllegalArgumentException(
					"escala.internal-requests.pass-on must be a working time from PT15M to PT40H, not " + passOn);
		}
	}

}
