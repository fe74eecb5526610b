package dev.escala.notification.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import dev.escala.notification.Lane;
import dev.escala.notification.channel.LaneBreaker.Pause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A server")
class LaneBreakerTests {

	private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

	private final TestClock clock = new TestClock();

	private final LaneBreaker breaker = new LaneBreaker(Lane.MAIL, this.clock);

	@Test
	@DisplayName("that fails three times in a row is left alone for half a minute; twice is nothing")
	void opens() {
		fail(2);
		assertThat(this.breaker.permits()).isTrue();
		assertThat(this.breaker.answered()).isFalse();
		fail(2);
		assertThat(this.breaker.current()).isEmpty();

		this.clock.pass(Duration.ofSeconds(10));
		fail(1);

		assertThat(this.breaker.permits()).isFalse();
		assertThat(this.breaker.current()).contains(new Pause(START, START.plusSeconds(40).plusNanos(1), false));
		this.clock.pass(Duration.ofSeconds(29));
		assertThat(this.breaker.permits()).isFalse();
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(this.breaker.permits()).as("one tries").isTrue();
		assertThat(this.breaker.permits()).as("and only one").isFalse();
	}

	@Test
	@DisplayName("that stays away is tried after 30 s, 1, 2, 4 and then every 5 minutes, and is known to be away all the time")
	void waitsLonger() {
		fail(3);
		for (int seconds : List.of(30, 60, 120, 240, 300, 300)) {
			this.clock.pass(Duration.ofSeconds(seconds - 1));
			assertThat(this.breaker.permits()).as("just before %s s", seconds).isFalse();
			this.clock.pass(Duration.ofSeconds(1));
			fail(1);
			assertThat(this.breaker.current().orElseThrow().since()).isEqualTo(START);
		}
	}

	@Test
	@DisplayName("that is back is used at once, and begins with a clean sheet")
	void closes() {
		fail(3);
		this.clock.pass(Duration.ofSeconds(30));
		assertThat(this.breaker.permits()).isTrue();
		this.breaker.unused();
		assertThat(this.breaker.permits()).as("who found no message leaves the attempt to the next").isTrue();

		assertThat(this.breaker.answered()).as("was away").isTrue();

		assertThat(this.breaker.current()).isEmpty();
		fail(2);
		assertThat(this.breaker.permits()).isTrue();
	}

	@Test
	@DisplayName("that leaves one message in doubt is left alone at once")
	void opensInDoubt() {
		assertThat(this.breaker.permits()).isTrue();

		this.breaker.failed(true);

		assertThat(this.breaker.permits()).isFalse();
		this.clock.pass(Duration.ofSeconds(30));
		assertThat(this.breaker.permits()).isTrue();
	}

	@Test
	@DisplayName("that asks to wait gets what it asks for")
	void waits() {
		assertThat(this.breaker.permits()).isTrue();

		this.breaker.waitFor(Duration.ofMinutes(20));

		assertThat(this.breaker.current()).contains(new Pause(START, START.plusSeconds(1200), true));
		this.clock.pass(Duration.ofMinutes(19));
		assertThat(this.breaker.permits()).isFalse();
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(this.breaker.permits()).isTrue();
		this.breaker.answered();
		assertThat(this.breaker.current()).isEmpty();
	}

	private void fail(int times) {
		for (int i = 0; i < times; i++) {
			assertThat(this.breaker.permits()).isTrue();
			this.breaker.failed(false);
		}
	}

	private static final class TestClock extends Clock {

		private Instant now = START;

		/** A moment longer, because a pause ends after its last moment. */
		void pass(Duration time) {
			this.now = this.now.plus(time).plusNanos(1);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
