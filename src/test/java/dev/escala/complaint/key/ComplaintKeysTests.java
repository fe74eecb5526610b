package dev.escala.complaint.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.escala.limit.Limits;
import dev.escala.reference.CaseNumber;
import dev.escala.support.AtOnce;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.validation.ConflictException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Keys of complaints (Ley 10/2025 art. 11)")
class ComplaintKeysTests {

	private static final Instant MONDAY = Instant.parse("2026-11-30T10:00:00Z");

	private static final String HOME = "203.0.113.7";

	private static final String NOBODYS = "2222-2222-2222-2222";

	private static final AtomicInteger NUMBERS = new AtomicInteger();

	@Autowired
	private ComplaintKeys keys;

	@Autowired
	private ComplaintKeyRepository repository;

	@Autowired
	private Limits limits;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	private TransactionTemplate transaction;

	@BeforeEach
	void givenAQuietMonday(@Autowired PlatformTransactionManager transactions) {
		this.transaction = new TransactionTemplate(transactions);
		this.jdbc.sql("DELETE FROM counted_try").update();
		CaseDriver.travelTo(MONDAY);
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("A key opens its matter, however it is typed, and the database has no key to read")
	void opens() {
		CaseNumber number = matter();
		ComplaintKey key = issue(number);
		ComplaintKey other = issue(matter());

		assertThat(this.keys.find(key.toString().toLowerCase(java.util.Locale.ROOT).replace('-', ' '), HOME))
			.isEqualTo(new KeyAnswer.Opens(number));
		assertThat(key).isNotEqualTo(other);
		String stored = this.jdbc
			.sql("SELECT complaint_key::text || encode(digest, 'escape') FROM complaint_key WHERE case_number = ?")
			.param(number.value())
			.query(String.class)
			.single();
		assertThat(stored).doesNotContain(key.characters(), key.toString());
		assertThat(this.jdbc.sql("SELECT count(*) FROM complaint_key WHERE digest = sha256(?)")
			.param(key.characters().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
			.query(Long.class)
			.single()).as("no digest that anybody can compute").isZero();
	}

	@Test
	@DisplayName("A matter has one key, which is issued with the matter or not at all, and once though two ask at the same moment")
	void once() throws Exception {
		CaseNumber number = matter();
		assertThatThrownBy(() -> this.keys.issue(number)).isInstanceOf(IllegalTransactionStateException.class);
		this.transaction.executeWithoutResult((status) -> {
			this.keys.issue(number);
			status.setRollbackOnly();
		});

		List<Boolean> issued = AtOnce.call(() -> isIssued(number), () -> isIssued(number), () -> isIssued(number));

		assertThat(issued).containsOnlyOnce(true);
		assertThatThrownBy(() -> issue(number)).isInstanceOf(ConflictException.class)
			.hasMessage(number + " ya tiene su clave: figura en el justificante.");
	}

	@Test
	@DisplayName("Ten wrong keys of one address, and it has to wait, on every node; each six minutes give one more try")
	void throttled() {
		ComplaintKey key = issue(matter());
		ComplaintKeys otherNode = new ComplaintKeys(this.repository, new ComplaintKeyProperties(List.of()), this.limits,
				this.clock);
		for (int i = 0; i < 10; i++) {
			assertThat(((i % 2 == 0) ? this.keys : otherNode).find((i < 5) ? NOBODYS : "mal escrita", HOME)).as("%d", i)
				.isEqualTo(new KeyAnswer.Wrong());
		}

		KeyAnswer.Waits waits = new KeyAnswer.Waits(MONDAY.plus(Duration.ofMinutes(6)));
		assertThat(this.keys.find(NOBODYS, HOME)).isEqualTo(waits);
		assertThat(otherNode.find(key.toString(), HOME)).as("also the right one").isEqualTo(waits);
		assertThat(this.keys.find(NOBODYS, "203.0.113.8")).as("a neighbour").isEqualTo(new KeyAnswer.Wrong());

		CaseDriver.travel(Duration.ofMinutes(6));
		assertThat(this.keys.find(NOBODYS, HOME)).isEqualTo(new KeyAnswer.Wrong());
		assertThat(this.keys.find(NOBODYS, HOME)).isInstanceOf(KeyAnswer.Waits.class);
		CaseDriver.travel(Duration.ofHours(1));
		for (int i = 0; i < 10; i++) {
			assertThat(this.keys.find(NOBODYS, HOME)).as("after an hour, %d", i).isEqualTo(new KeyAnswer.Wrong());
		}
		assertThat(this.keys.find(NOBODYS, HOME)).isInstanceOf(KeyAnswer.Waits.class);
	}

	@Test
	@DisplayName("Right keys are no tries: an office may look as often as it likes")
	void rightOnes() {
		CaseNumber number = matter();
		ComplaintKey key = issue(number);

		for (int i = 0; i < 40; i++) {
			assertThat(this.keys.find(key.toString(), HOME)).isEqualTo(new KeyAnswer.Opens(number));
		}
		for (int i = 0; i < 10; i++) {
			assertThat(this.keys.find(NOBODYS, HOME)).isEqualTo(new KeyAnswer.Wrong());
		}
	}

	@Test
	@DisplayName("A configured secret counts for new keys; those of the secret before still open")
	void rotated() {
		CaseNumber first = matter();
		ComplaintKey old = issue(first);
		ComplaintKeys configured = with("a".repeat(32));
		CaseNumber second = matter();
		ComplaintKey middle = this.transaction.execute((status) -> configured.issue(second));
		ComplaintKeys rotated = with("b".repeat(32), "a".repeat(32));
		ComplaintKeys forgetful = with("b".repeat(32));

		assertThat(rotated.find(old.toString(), HOME)).isEqualTo(new KeyAnswer.Opens(first));
		assertThat(rotated.find(middle.toString(), HOME)).isEqualTo(new KeyAnswer.Opens(second));
		assertThat(forgetful.find(middle.toString(), HOME)).isEqualTo(new KeyAnswer.Wrong());
		assertThatIllegalArgumentException().isThrownBy(() -> with("short"));
		assertThat(new ComplaintKeyProperties(List.of("c".repeat(40)))).asString().doesNotContain("ccc");
	}

	private ComplaintKeys with(String... secrets) {
		return new ComplaintKeys(this.repository, new ComplaintKeyProperties(List.of(secrets)), this.limits,
				this.clock);
	}

	private boolean isIssued(CaseNumber number) {
		try {
			issue(number);
			return true;
		}
		catch (ConflictException ex) {
			return false;
		}
	}

	private ComplaintKey issue(CaseNumber number) {
		return this.transaction.execute((status) -> this.keys.issue(number));
	}

	private CaseNumber matter() {
		CaseNumber number = new CaseNumber("QUE-2001-%06d".formatted(NUMBERS.incrementAndGet()));
		this.jdbc.sql("INSERT INTO matter (number, kind, open) VALUES (?, 'complaint', false)")
			.param(number.value())
			.update();
		return number;
	}

}
