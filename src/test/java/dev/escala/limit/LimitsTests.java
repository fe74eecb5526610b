package dev.escala.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
class LimitsTests {

	private static final Instant START = Instant.parse("2026-11-29T10:00:00Z");

	private static final Limit LIMIT = new Limit("test", 5, Duration.ofSeconds(3), Duration.ofMinutes(1),
			Duration.ofMinutes(10));

	private static final int AT_ONCE = 16;

	private static final int TRIES = 96;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CountedTryRepository repository;

	@Autowired
	private PlatformTransactionManager transactions;

	private Counter counter;

	@BeforeEach
	void givenSomebodyNew() {
		this.counter = new Counter(LIMIT, UUID.randomUUID().toString());
	}

	@Test
	@DisplayName("Two nodes that get a hundred tries at the same moment let through as many as are free, and no more")
	void twoNodesAgree() throws Exception {
		List<Limits> nodes = List.of(at(START), at(START));
		Counter shared = new Counter(
				new Limit("test-shared", 1000, Duration.ofSeconds(3), Duration.ofMinutes(1), Duration.ofMinutes(10)),
				UUID.randomUUID().toString());
		ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
		try {
			List<Callable<Boolean>> tries = new ArrayList<>();
			for (int i = 0; i < TRIES; i++) {
				Limits node = nodes.get(i % 2);
				// In different orders, so that a node that waited for the other would
				// show.
				List<Counter> both = (i % 4 < 2) ? List.of(this.counter, shared) : List.of(shared, this.counter);
				tries.add(() -> node.take(both).isEmpty());
			}
			// The counters are there, so that nobody waits for whoever creates them.
			int through = nodes.get(0).take(List.of(this.counter, shared)).isEmpty() ? 1 : 0;
			for (Future<Boolean> one : threads.invokeAll(tries)) {
				through += one.get() ? 1 : 0;
			}

			assertThat(through).isEqualTo(5);
			assertThat(tries(shared)).as("a try that has to wait is counted nowhere").isEqualTo(5);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	@DisplayName("Waits double up to the longest one, and trying meanwhile does not make them longer")
	void waits() {
		for (int i = 0; i < 5; i++) {
			assertThat(at(START).take(List.of(this.counter))).isEmpty();
		}
		Instant now = START;

		for (int seconds : new int[] { 3, 6, 12, 24, 48, 60, 60, 60 }) {
			assertThat(at(now).take(List.of(this.counter))).contains(Duration.ofSeconds(seconds));
			assertThat(at(now.plusSeconds(seconds - 1)).take(List.of(this.counter))).contains(Duration.ofSeconds(1));
			now = now.plusSeconds(seconds);
			assertThat(at(now).take(List.of(this.counter))).isEmpty();
		}
	}

	@Test
	@DisplayName("Tries are forgotten as time goes by, never all at once, and rows that count no more are removed")
	void forgets() {
		for (int i = 0; i < 5; i++) {
			at(START).take(List.of(this.counter));
		}

		Instant later = START.plus(Duration.ofMinutes(21));
		assertThat(at(later).take(List.of(this.counter))).isEmpty();
		assertThat(tries(this.counter)).isEqualTo(4);
		at(later.plus(Duration.ofDays(1))).forgetOld();
		assertThat(tries(this.counter)).isEqualTo(4);
		at(later.plus(Duration.ofDays(3))).forgetOld();
		assertThat(tries(this.counter)).isZero();
	}

	@Test
	@DisplayName("A clock that was put back shuts nobody out for longer than the longest wait")
	void clockPutBack() {
		for (int i = 0; i < 20; i++) {
			at(START.plus(Duration.ofMinutes(2L * i))).take(List.of(this.counter));
		}

		assertThat(at(START).take(List.of(this.counter))).isEmpty();
		assertThat(at(START.minusSeconds(30)).take(List.of(this.counter))).contains(Duration.ofMinutes(1));
		assertThat(at(START.plusSeconds(60)).take(List.of(this.counter))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "192.0.2.7, 192.0.2.7", "2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02/64",
			"2001:db8:1:2::9, 20:01:0d:b8:00:01:00:02/64", "::ffff:192.0.2.7, 192.0.2.7" })
	@DisplayName("An address of IPv6 is counted by its network")
	void addresses(String address, String counted) {
		assertThat(CallerAddress.of(address)).isEqualTo(counted);
	}

	/** A node at a moment. */
	private Limits at(Instant now) {
		return new Limits(this.repository, this.transactions, Clock.fixed(now, ZoneOffset.UTC));
	}

	private int tries(Counter of) {
		return this.jdbc.sql("SELECT coalesce(sum(tries), 0) FROM counted_try WHERE kind = ? AND key = ?")
			.params(of.limit().kind(), of.stored())
			.query(Integer.class)
			.single();
	}

}
