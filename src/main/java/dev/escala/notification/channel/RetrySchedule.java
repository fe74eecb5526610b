package dev.escala.notification.channel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When a message is tried again.
 *
 * @param delays waiting times after the first, second… attempt that failed; then it is
 * over
 * @param random from 0 to 1, stretches each by up to a fifth, so that messages that
 * failed together do not come back together
 */
record RetrySchedule(List<Duration> delays, DoubleSupplier random) {

	private static final double JITTER = 0.2;

	/**
	 * How long to wait.
	 * @param tries attempts so far, from 1
	 * @param atLeast what the server asks for, or {@code null}
	 * @return empty where it is not tried again
	 */
	Optional<Duration> after(int tries, Duration atLeast) {
		if (tries > this.delays.size()) {
			return Optional.empty();
		}
		Duration delay = this.delays.get(tries - 1);
		delay = delay.plusMillis((long) (delay.toMillis() * JITTER * this.random.getAsDouble()));
		return Optional.of((atLeast != null && atLeast.compareTo(delay) > 0) ? atLeast : delay);
	}

}
