package dev.escala.notification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.escala.notification.OutboxMessage.Status;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@EscalaTest
class OutboxTests {

	private static final String CASE = "ESC-2026-000031";

	@Autowired
	private Outbox outbox;

	@Autowired
	private JdbcClient jdbc;

	private TransactionTemplate transaction;

	@BeforeEach
	void emptyOutbox(@Autowired PlatformTransactionManager transactions) {
		this.transaction = new TransactionTemplate(transactions);
		this.jdbc.sql("DELETE FROM outbox_message").update();
	}

	@Test
	@DisplayName("The same case, step and recipient is told once, in whatever letters the address is written")
	void queuesTheSameOnce() {
		assertThat(add(message("firstNotice", "Ana", "ana@acme.es", "Red caída"))).isTrue();
		assertThat(add(message("firstNotice", "Ana", "ana@acme.es", "Otra cosa"))).isFalse();
		assertThat(add(message("firstNotice", "Ana", "Ana@ACME.es", "Red caída"))).isFalse();
		assertThat(add(message("update-1", "Ana", "ana@acme.es", "Red caída"))).isTrue();

		assertThat(this.outbox.messages(new CaseNumber(CASE)))
			.extracting(OutboxMessage::step, OutboxMessage::status, OutboxMessage::subject)
			.containsExactly(tuple("firstNotice", Status.PENDING, CASE + " · Nos hacemos cargo: Red caída"),
					tuple("update-1", Status.PENDING, CASE + " · Nos hacemos cargo: Red caída"));
	}

	@Test
	@DisplayName("Two transactions that tell the same at the same moment queue it once")
	void queuesTheSameOnceFromTwoTransactions() throws Exception {
		CyclicBarrier together = new CyclicBarrier(2);
		Callable<Boolean> adding = () -> this.transaction.execute((status) -> {
			await(together);
			return this.outbox.add(message("firstNotice", "Ana", "ana@acme.es", "Red caída"));
		});
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Boolean> added = new java.util.ArrayList<>();
			for (var future : threads.invokeAll(List.of(adding, adding))) {
				added.add(future.get());
			}

			assertThat(added).containsExactlyInAnyOrder(true, false);
			assertThat(this.outbox.messages(new CaseNumber(CASE))).hasSize(1);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	@DisplayName("What did not happen is not told")
	void forgetsWhatIsRolledBack() {
		this.transaction.executeWithoutResult((status) -> {
			this.outbox.add(message("firstNotice", "Ana", "ana@acme.es", "Red caída"));
			status.setRollbackOnly();
		});

		assertThat(this.outbox.messages(new CaseNumber(CASE))).isEmpty();
	}

	@Test
	@DisplayName("Nothing is queued outside of the transaction of what it tells")
	void needsATransaction() {
		assertThatThrownBy(() -> this.outbox.add(message("firstNotice", "Ana", "ana@acme.es", "Red caída")))
			.isInstanceOf(IllegalTransactionStateException.class);
		assertThat(this.outbox.messages(new CaseNumber(CASE))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "Ana, no es una dirección, dirección de correo", "Ana, '', correo",
			"\"Ana\r\nBcc: x@y.es\", ana@acme.es, nombre", "Ana, \"ana@acme.es\r\nBcc: x@y.es\", saltos de línea" })
	@DisplayName("What no mail server could carry is kept as failed, with its reason")
	void keepsTheImpossibleAsFailed(String name, String address, String reason) {
		assertThat(add(message("firstNotice", name, address, "Red caída"))).isTrue();

		assertThat(this.outbox.messages(new CaseNumber(CASE))).singleElement().satisfies((message) -> {
			assertThat(message.status()).isEqualTo(Status.FAILED);
			assertThat(message.error()).contains(reason);
			assertThat(message.attempts()).isZero();
		});
	}

	@Test
	@DisplayName("A subject cannot bring headers of its own")
	void refusesALineBreakInTheSubject() {
		add(message("firstNotice", "Ana", "ana@acme.es", "Red caída\r\nBcc: x@y.es"));

		assertThat(this.outbox.messages(new CaseNumber(CASE))).singleElement().satisfies((message) -> {
			assertThat(message.status()).isEqualTo(Status.FAILED);
			assertThat(message.error()).isEqualTo("El asunto contiene saltos de línea o caracteres de control.");
		});
	}

	@Test
	@DisplayName("Nothing that can be written makes the caller's transaction fail")
	void survivesWhatCannotBeStored() {
		add(message("firstNotice", null, "x".repeat(5000), "a\u0000b \uD83D c"));
		add(message("update-1", "n".repeat(5000), null, "z".repeat(4000)));

		assertThat(this.outbox.messages(new CaseNumber(CASE))).extracting(OutboxMessage::status)
			.containsExactly(Status.FAILED, Status.FAILED);
	}

	private Boolean add(Message message) {
		return this.transaction.execute((status) -> this.outbox.add(message));
	}

	private static Message message(String step, String name, String address, String subject) {
		return new Message(new CaseNumber(CASE), step, name, address, "customer-announcement",
				Locale.forLanguageTag("es"), Map.of("customer", "Acme", "subject", subject));
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
