package dev.escala.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EscalaTest
@DisplayName("The self-audit on several nodes")
class SelfAuditAtOnceTests extends SelfAuditStory {

	@Test
	@DisplayName("runs on one node at a time, so that two at the same moment tell once")
	void twoAtOnce() throws Exception {
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		this.leaks.sees("tank-1", LEAK);
		this.leaks.before(() -> {
			inside.countDown();
			await(go);
		});
		ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			Future<Optional<List<Finding>>> first = other.submit(() -> audit().run());
			await(inside);
			Optional<List<Finding>> second = audit().run();
			go.countDown();

			assertThat(second).as("somebody else is at it").isEmpty();
			assertThat(first.get().orElseThrow()).hasSize(1);
		}
		finally {
			go.countDown();
			other.shutdownNow();
		}
		audit().run();
		assertThat(mails()).hasSize(1);
	}

	@Test
	@DisplayName("tells each finding once when four nodes race for it")
	void race() throws Exception {
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			for (int round = 0; round < 10; round++) {
				this.leaks.sees("tank-" + round, LEAK);
				nodes.invokeAll(
						IntStream.range(0, 4).mapToObj((n) -> (java.util.concurrent.Callable<?>) audit()::run).toList())
					.forEach(SelfAuditAtOnceTests::finished);
			}
		}
		finally {
			nodes.shutdownNow();
		}

		assertThat(findings(null)).hasSize(10);
		assertThat(mails()).hasSize(10);
	}

	@Test
	@DisplayName("leaves nothing behind when its node dies in the middle, and the next run tells all, once")
	void diesInTheMiddle() throws Exception {
		this.leaks.sees("tank-1", LEAK);
		this.fires.before(this::killWhoeverHoldsTheLock);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> audit().run());
		assertThat(findings(null)).isEmpty();
		assertThat(mails()).isEmpty();

		this.fires.before(null);
		audit().run();
		audit().run();

		assertThat(findings(true)).hasSize(1);
		assertThat(mails()).hasSize(1);
	}

	private void killWhoeverHoldsTheLock() {
		this.jdbc
			.sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' "
					+ "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
			.query(Boolean.class)
			.list();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void finished(Future<?> future) {
		try {
			future.get();
		}
		catch (InterruptedException | java.util.concurrent.ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
