package dev.escala.database;

import java.time.Duration;
import java.time.Instant;

import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("What a transaction asks of the database")
class TransactionToolsTests {

	private static final long TURN = 0x524F_5753L;

	@Autowired
	private Turns turns;

	@Autowired
	private TransactionTimes times;

	@Autowired
	private ReadableNumbers numbers;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	@DisplayName("A turn is one transaction's until it ends")
	void oneByOne() {
		boolean meanwhile = another().execute((outer) -> {
			this.turns.take(TURN);
			return another().execute((inner) -> this.turns.takeIfFree(TURN));
		});
		boolean afterwards = another().execute((status) -> this.turns.takeIfFree(TURN));

		assertThat(meanwhile).isFalse();
		assertThat(afterwards).isTrue();
	}

	@Test
	@DisplayName("A turn that is shared lets others share it and nobody have it alone")
	void shared() {
		another().executeWithoutResult((outer) -> {
			this.turns.share(TURN);
			another().executeWithoutResult((inner) -> this.turns.share(TURN));

			assertThat(another().<Boolean>execute((inner) -> this.turns.takeIfFree(TURN))).isFalse();
		});
	}

	@Test
	@DisplayName("Patience is the transaction's own")
	void patience() {
		String before = setting("statement_timeout");

		String within = another().execute((status) -> {
			this.times.limitStatements(Duration.ofSeconds(77));
			this.times.allowSilence(Duration.ofMinutes(15));
			return setting("statement_timeout") + " " + setting("idle_in_transaction_session_timeout");
		});

		assertThat(within).isEqualTo("77s 15min");
		assertThat(setting("statement_timeout")).isEqualTo(before);
	}

	@Test
	@DisplayName("Numbers go up, and their year is the organisation's")
	void readable() {
		String first = this.numbers.next("ESC", "escalation_number", Instant.parse("2026-12-31T22:59:59Z"));
		String second = this.numbers.next("ESC", "escalation_number", Instant.parse("2026-12-31T23:00:00Z"));
		String plain = this.numbers.next("P", "prospect_number");

		assertThat(first).matches("ESC-2026-\\d{6}");
		assertThat(second).matches("ESC-2027-\\d{6}");
		assertThat(second.substring(9)).isGreaterThan(first.substring(9));
		assertThat(plain).matches("P-\\d{6}");
	}

	private String setting(String name) {
		return this.jdbc.sql("SELECT current_setting(?)").param(name).query(String.class).single();
	}

	private TransactionTemplate another() {
		TransactionTemplate another = new TransactionTemplate(this.transactions);
		another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return another;
	}

}
