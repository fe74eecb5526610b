package dev.escala.monitoring;

import java.time.Clock;
import java.util.List;

import dev.escala.database.TransactionTimes;
import dev.escala.monitoring.SelfCheck.Trouble;
import dev.escala.support.EscalaTest;
import dev.escala.web.PageRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The self-audit on a slow database")
class SlowCheckTests {

	@Autowired
	private FindingRepository repository;

	@Autowired
	private FindingNotice notice;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTimes times;

	@Autowired
	private PlatformTransactionManager transactions;

	@BeforeEach
	@AfterEach
	void forget() {
		this.jdbc.sql("DELETE FROM finding").update();
		this.jdbc.sql("DELETE FROM outbox_message WHERE case_number = ?").param(FindingNotice.CASE).update();
	}

	@Test
	@DisplayName("finds and keeps what a check sees that takes longer than a silent session may live")
	void outlivesTheSessionTimeout() {
		Impatient impatient = new Impatient();
		SelfAudit audit = new SelfAudit(new Checks(List.of(new Slow()), this.times, impatient), this.repository,
				this.notice, this.clock, impatient);

		assertThat(audit.run().orElseThrow()).extracting(Finding::kind).containsExactly("slow");

		assertThat(this.repository.page(null, true, new PageRequest(0, 10, "-foundAt")).items())
			.extracting(Finding::subject)
			.containsExactly("snail");
	}

	/** Transactions of a pool whose sessions may be silent for a moment only. */
	private final class Impatient implements PlatformTransactionManager {

		@Override
		public TransactionStatus getTransaction(TransactionDefinition definition) {
			TransactionStatus status = SlowCheckTests.this.transactions.getTransaction(definition);
			SlowCheckTests.this.jdbc.sql("SET LOCAL idle_in_transaction_session_timeout = '200ms'").update();
			return status;
		}

		@Override
		public void commit(TransactionStatus status) {
			SlowCheckTests.this.transactions.commit(status);
		}

		@Override
		public void rollback(TransactionStatus status) {
			SlowCheckTests.this.transactions.rollback(status);
		}

	}

	/** Takes its time on a connection of its own, as a look into another system does. */
	private final class Slow implements SelfCheck {

		@Override
		public String kind() {
			return "slow";
		}

		@Override
		public String description() {
			return "Lo que tarda";
		}

		@Override
		public List<Trouble> find() {
			TransactionTemplate elsewhere = new TransactionTemplate(SlowCheckTests.this.transactions);
			elsewhere.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
			elsewhere.executeWithoutResult(
					(status) -> SlowCheckTests.this.jdbc.sql("SELECT pg_sleep(1)").query().listOfRows());
			return List.of(new Trouble("snail", "El caracol tarda."));
		}

	}

}
