package dev.escala.notification.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** One gauge for each channel, of this node. */
@Component
class ChannelMetrics implements MeterBinder {

	private final Channels channels;

	ChannelMetrics(Channels channels) {
		this.channels = channels;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.channels.lanes()
			.forEach((lane) -> Gauge
				.builder("escala.channel.paused", lane.breaker(), (breaker) -> breaker.current().isPresent() ? 1 : 0)
				.tag("channel", lane.lane().id())
				.description("1 while this node leaves the channel alone because its server does not answer")
				.register(registry));
	}

}
