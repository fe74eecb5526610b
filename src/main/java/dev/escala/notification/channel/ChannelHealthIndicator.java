package dev.escala.notification.channel;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Tells which channels this node leaves alone. That is a warning (HTTP 200): messages
 * wait, and nothing else does.
 */
@Component("channelsHealthIndicator")
class ChannelHealthIndicator implements HealthIndicator {

	private static final Status WARNING = new Status("WARNING");

	private final Channels channels;

	ChannelHealthIndicator(Channels channels) {
		this.channels = channels;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up();
		this.channels.lanes().forEach((lane) -> {
			var pause = lane.breaker().current();
			if (pause.isEmpty()) {
				health.withDetail(lane.lane().id(), "UP");
				return;
			}
			Map<String, String> detail = new LinkedHashMap<>();
			detail.put("failingSince", pause.get().since().toString());
			detail.put("nextAttempt", pause.get().until().toString());
			health.status(WARNING).withDetail(lane.lane().id(), detail);
		});
		return health.build();
	}

}
