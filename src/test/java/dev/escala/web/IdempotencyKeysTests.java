package dev.escala.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.escala.support.EscalaTest;
import dev.escala.validation.ConflictException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Equal requests with one Idempotency-Key create one thing")
class IdempotencyKeysTests {

	private static final int REQUESTS = 200;

	@Autowired
	private IdempotencyKeys keys;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private IdempotencyKeyRepository repository;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	@DisplayName("200 at once, with 30 connections and a creation that needs two of them")
	void createsOnceUnderLoad() throws Exception {
		String key = UUID.randomUUID().toString();
		AtomicInteger created = new AtomicInteger();
		TransactionTemplate another = new TransactionTemplate(this.transactions);
		another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

		Set<String> answers = atOnce(() -> this.keys.once(key, "ana", "/api/things", "hash", () -> {
			another.executeWithoutResult((status) -> this.jdbc.sql("SELECT pg_sleep(0.2)").query().singleRow());
			return "thing-" + created.incrementAndGet();
		}));

		assertThat(created).hasValue(1);
		assertThat(answers).containsExactly("thing-1");
	}

	@Test
	@DisplayName("Two nodes meet in the database: the second waits for the first and gets its result")
	void createsOnceAcrossNodes() throws Exception {
		String key = UUID.randomUUID().toString();
		IdempotencyKeys node = new IdempotencyKeys(this.repository, this.transactions, java.time.Clock.systemUTC(),
				new WebProperties(null, null, java.time.Duration.ofDays(1), java.time.Duration.ofSeconds(20)));
		AtomicInteger created = new AtomicInteger();
		AtomicInteger turn = new AtomicInteger();

		Set<String> answers = atOnce(() -> ((turn.incrementAndGet() % 2 == 0) ? this.keys : node).once(key, "ana",
				"/api/things", "hash", () -> "thing-" + created.incrementAndGet()));

		assertThat(created).hasValue(1);
		assertThat(answers).containsExactly("thing-1");
	}

	@Test
	@DisplayName("The same key with another body is refused; other people and other paths do not meet")
	void tellsRequestsApart() {
		String key = UUID.randomUUID().toString();
		this.keys.once(key, "ana", "/api/things", "one", () -> "1");

		assertThatThrownBy(() -> this.keys.once(key, "ana", "/api/things", "two", () -> "2"))
			.isInstanceOf(ConflictException.class)
			.hasMessageContaining("otro contenido");
		assertThat(this.keys.once(key, "luis", "/api/things", "two", () -> "2")).isEqualTo("2");
		assertThat(this.keys.once(key, "ana", "/api/others", "two", () -> "3")).isEqualTo("3");
	}

	@Test
	@DisplayName("A creation that fails leaves no key behind: the request may be repeated")
	void forgetsFailures() {
		String key = UUID.randomUUID().toString();
		assertThatThrownBy(() -> this.keys.once(key, "ana", "/api/things", "one", () -> {
			throw new ConflictException("No.");
		})).isInstanceOf(ConflictException.class);

		assertThat(this.keys.once(key, "ana", "/api/things", "one", () -> "later")).isEqualTo("later");
	}

	@Test
	@DisplayName("Equal contents have equal fingerprints, different ones different")
	void fingerprints() {
		assertThat(IdempotencyKeys.fingerprint(List.of("a", "b")))
			.isEqualTo(IdempotencyKeys.fingerprint(List.of("a", "b")))
			.isNotEqualTo(IdempotencyKeys.fingerprint(List.of("ab")));
	}

	private static Set<String> atOnce(Callable<String> request) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(REQUESTS);
		try {
			CountDownLatch start = new CountDownLatch(1);
			List<Future<String>> answers = IntStream.range(0, REQUESTS).mapToObj((i) -> pool.submit(() -> {
				start.await();
				return request.call();
			})).toList();
			start.countDown();
			Set<String> different = new HashSet<>();
			for (Future<String> answer : answers) {
				different.add(answer.get(60, TimeUnit.SECONDS));
			}
			return different;
		}
		finally {
			pool.shutdownNow();
		}
	}

}
