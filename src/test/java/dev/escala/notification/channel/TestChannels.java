package dev.escala.notification.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.notification.OutboxQueueRepository;

/** Dispatchers with servers of the test's own, and without chance. */
final class TestChannels {

	/** The waiting times as they are documented; without them the test knows nothing. */
	static final List<Duration> DELAYS = Stream
		.of("PT10S", "PT1M", "PT5M", "PT15M", "PT1H", "PT2H", "PT4H", "PT8H", "PT16H", "PT16H")
		.map(Duration::parse)
		.toList();

	private static final RetrySchedule RETRIES = new RetrySchedule(DELAYS, () -> 0);

	private TestChannels() {
	}

	static Dispatcher dispatcher(OutboxQueueRepository repository, Clock clock, Sender... senders) {
		return dispatcher(repository, new Channels(List.of(senders), List.of(), clock));
	}

	static Dispatcher dispatcher(OutboxQueueRepository repository, Channels channels) {
		return new Dispatcher(repository, channels, RETRIES, (event) -> {
		});
	}

}
