package dev.escala.decisionlog;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import dev.escala.validation.ConflictException;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.PageRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static dev.escala.decisionlog.RulingOutcome.ANSWERED;
import static dev.escala.decisionlog.RulingOutcome.CONDITIONAL;
import static dev.escala.decisionlog.RulingOutcome.GRANTED;
import static dev.escala.decisionlog.RulingOutcome.REFUSED;
import static dev.escala.policy.Situation.DISCOUNT;
import static dev.escala.policy.Situation.HASTE;
import static dev.escala.policy.Situation.NEVER_DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@EscalaTest
@DisplayName("The register of decisions")
class RulingsTests {

	private static final String AUTHOR = "rulings-tests";

	@Autowired
	private Rulings rulings;

	@Autowired
	private RulingSearch search;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Clock clock;

	@AfterEach
	void nothingLeft() {
		this.jdbc.sql("DELETE FROM ruling WHERE decided_by = ?").param(AUTHOR).update();
	}

	@Test
	@DisplayName("keeps everything that was decided under a number of its own")
	void keeps() {
		Instant until = this.clock.instant().plus(Duration.ofDays(30));
		String request = "SOL-" + UUID.randomUUID();
		NewRuling wanted = new NewRuling(new CaseNumber(request), "Grúas\nPe\u0301rez", Topic.PRICE,
				EnumSet.of(HASTE, DISCOUNT), "Asunto", "¿Puede ser?", CONDITIONAL, "Sí.", "Solo este mes.", "Conviene.",
				until, true, null, new UserId(AUTHOR), "managers");

		Ruling kept = this.rulings.record(wanted);

		assertThat(kept.number().value()).matches("DEC-\\d{4}-\\d{6}");
		assertThat(kept).usingRecursiveComparison()
			.ignoringFields("id", "number", "decidedAt")
			.isEqualTo(new Ruling(0, null, new CaseNumber(request), "Grúas Pérez", Topic.PRICE, Set.of(DISCOUNT, HASTE),
					"Asunto", "¿Puede ser?", CONDITIONAL, "Sí.", "Solo este mes.", "Conviene.", kept.validUntil(), true,
					null, new UserId(AUTHOR), "managers", null, null, null, null, null));
		assertThat(Duration.between(kept.validUntil(), until).abs()).isLessThan(Duration.ofMillis(1));
		assertThat(this.rulings.get(kept.number())).isEqualTo(kept);
		assertThat(this.rulings.ofRequest(new CaseNumber(request))).contains(kept);
		assertThat(kept.isInForce(this.clock.instant())).isTrue();
		assertThat(this.rulings.find(new RulingNumber("DEC-1900-000001"))).isEmpty();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.rulings.get(new RulingNumber("DEC-1900-000001")));
	}

	@Test
	@DisplayName("refuses what lacks a decision, a reason or another field, naming all of them at once")
	void refusesIncomplete() {
		assertThat(fields(() -> new NewRuling(null, null, null, null, " ", null, null, "", null, null, null, true, null,
				new UserId(AUTHOR), null)))
			.containsExactlyInAnyOrder("topic", "situations", "subject", "outcome", "decision", "reasoning");
		assertThat(fields(() -> new NewRuling(null, null, Topic.OTHER, Set.of(), "a", null, CONDITIONAL, "b", " ", "c",
				null, false, null, new UserId(AUTHOR), null)))
			.containsExactly("conditions");
		assertThat(fields(() -> new NewRuling(null, null, Topic.OTHER, Set.of(), "x".repeat(201), "x".repeat(20_001),
				GRANTED, "x".repeat(4001), null, "a\u0000b", null, false, null, new UserId(AUTHOR), null)))
			.containsExactlyInAnyOrder("subject", "question", "decision", "reasoning", "reasoning");
		assertThat(fields(() -> this.rulings.record(new NewRuling(null, null, Topic.OTHER, Set.of(), "a", null, GRANTED,
				"b", null, "c", this.clock.instant(), false, null, new UserId(AUTHOR), null))))
			.containsExactly("validUntil");
		assertThat(fields(() -> decide(Topic.OTHER, GRANTED, false, new RulingNumber("DEC-1900-000001"))))
			.containsExactly("supersedes");
	}

	@Test
	@DisplayName("answers a question by the standing decisions in force that are about all of its situations")
	void standing() {
		Ruling both = decide(Topic.LEGAL, GRANTED, true, null, DISCOUNT, HASTE);
		Ruling one = decide(Topic.LEGAL, GRANTED, true, null, DISCOUNT);
		decide(Topic.LEGAL, GRANTED, false, null, DISCOUNT, HASTE);
		decide(Topic.TECHNICAL, GRANTED, true, null, DISCOUNT, HASTE);

		assertThat(this.rulings.standing(Topic.LEGAL, Set.of(DISCOUNT))).containsExactly(one, both);
		assertThat(this.rulings.standing(Topic.LEGAL, Set.of(DISCOUNT, HASTE))).containsExactly(both);
		assertThat(this.rulings.standing(Topic.LEGAL, Set.of(NEVER_DONE))).isEmpty();
		assertThat(this.rulings.standing(Topic.LEGAL, Set.of())).isEmpty();
		assertThat(this.rulings.standingOf(Topic.LEGAL)).containsExactly(one, both);

		this.rulings.revoke(one.number(), new UserId(AUTHOR), "Ya no.");
		expire(both);
		assertThat(this.rulings.standingOf(Topic.LEGAL)).isEmpty();
	}

	@Test
	@DisplayName("refuses what contradicts a standing decision in force, naming it, unless it takes its place")
	void contradiction() {
		Ruling no = decide(Topic.PRICE, REFUSED, true, null, DISCOUNT, HASTE);

		for (RulingOutcome outcome : List.of(GRANTED, CONDITIONAL)) {
			InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class,
					() -> decide(Topic.PRICE, outcome, false, null, DISCOUNT, NEVER_DONE));
			assertThat(refusal.problems()).singleElement().satisfies((problem) -> {
				assertThat(problem.field()).isEqualTo("supersedes");
				assertThat(problem.message())
					.contains(no.number().value(), "«No autorizado»", DISCOUNT.label(),
							"indique que sustituye a " + no.number())
					.doesNotContain(HASTE.label());
			});
		}
		assertThat(Stream.of(decide(Topic.PRICE, REFUSED, false, null, DISCOUNT),
				decide(Topic.PRICE, ANSWERED, false, null, DISCOUNT),
				decide(Topic.PRICE, GRANTED, false, null, NEVER_DONE),
				decide(Topic.LEGAL, GRANTED, false, null, DISCOUNT), decide(Topic.PRICE, GRANTED, false, null)))
			.doesNotContainNull();
		Ruling yes = decide(Topic.PRICE, GRANTED, true, no.number(), DISCOUNT);
		assertThat(this.rulings.get(no.number()).supersededBy()).isEqualTo(yes.number());
		assertThat(fields(() -> decide(Topic.PRICE, REFUSED, false, null, DISCOUNT))).containsExactly("supersedes");
		expire(yes);
		assertThat(decide(Topic.PRICE, REFUSED, false, null, DISCOUNT)).isNotNull();
	}

	@Test
	@DisplayName("takes the place of one decision once, and only while that one is in force")
	void supersedes() {
		Ruling old = decide(Topic.OTHER, GRANTED, false, null);
		Ruling expired = decide(Topic.OTHER, GRANTED, false, null);
		Ruling revoked = decide(Topic.OTHER, GRANTED, false, null);
		expire(expired);
		this.rulings.revoke(revoked.number(), new UserId(AUTHOR), "Error.");

		Ruling now = decide(Topic.OTHER, GRANTED, false, old.number());

		assertThat(this.rulings.get(old.number())).satisfies((one) -> {
			assertThat(one.supersededBy()).isEqualTo(now.number());
			assertThat(one.state(this.clock.instant())).isEqualTo(RulingState.SUPERSEDED);
		});
		assertThat(now.supersedes()).isEqualTo(old.number());
		for (Ruling gone : List.of(old, expired, revoked)) {
			assertThat(fields(() -> decide(Topic.OTHER, GRANTED, false, gone.number()))).containsExactly("supersedes");
			assertThatExceptionOfType(ConflictException.class)
				.isThrownBy(() -> this.rulings.revoke(gone.number(), new UserId(AUTHOR), "Otra vez."));
		}
	}

	@Test
	@DisplayName("lets one of two win that supersede the same decision, or contradict each other, at once")
	void atOnce() throws Exception {
		Ruling old = decide(Topic.OTHER, GRANTED, false, null);

		assertThat(bothAtOnce(() -> decide(Topic.OTHER, GRANTED, false, old.number()),
				() -> decide(Topic.LEGAL, GRANTED, false, old.number())))
			.isEqualTo(1);
		assertThat(bothAtOnce(() -> decide(Topic.TECHNICAL, GRANTED, true, null, HASTE),
				() -> decide(Topic.TECHNICAL, REFUSED, true, null, HASTE)))
			.isEqualTo(1);
	}

	@Test
	@DisplayName("keeps what is not in force any more to be read and found, and tells why")
	void stays() {
		Ruling revoked = decide(Topic.OTHER, GRANTED, false, null);
		this.rulings.revoke(revoked.number(), new UserId("gerente"), " Fue un error. ");

		Ruling kept = this.rulings.get(revoked.number());

		assertThat(kept.revokedBy()).isEqualTo(new UserId("gerente"));
		assertThat(kept.revokedReason()).isEqualTo("Fue un error.");
		assertThat(kept.isInForce(this.clock.instant())).isFalse();
		assertThat(numbers(null)).contains(kept.number());
		assertThat(numbers(false)).contains(kept.number());
		assertThat(numbers(true)).doesNotContain(kept.number());
		assertThat(this.search.similar(kept.number().value(), null, Set.of(), 5)).extracting(SimilarRuling::ruling)
			.contains(kept);
		assertThat(fields(() -> this.rulings.revoke(kept.number(), new UserId(AUTHOR), " "))).containsExactly("reason");
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.rulings.revoke(new RulingNumber("DEC-1900-000001"), new UserId(AUTHOR), "x"));
	}

	@Test
	@DisplayName("writes nothing where the caller's transaction fails")
	void joins() {
		TransactionTemplate transaction = new TransactionTemplate(this.transactions);
		RulingNumber number = transaction.execute((status) -> {
			status.setRollbackOnly();
			return decide(Topic.OTHER, GRANTED, false, null).number();
		});

		assertThat(this.rulings.find(number)).isEmpty();
	}

	private List<RulingNumber> numbers(Boolean inForce) {
		return this.search
			.search(new RulingFilter("registro de prueba", Topic.OTHER, false, inForce),
					new PageRequest(0, 200, "-relevance"))
			.items()
			.stream()
			.map(Ruling::number)
			.toList();
	}

	private Ruling decide(Topic topic, RulingOutcome outcome, boolean standing, RulingNumber supersedes,
			Situation... situations) {
		return this.rulings.record(
				new NewRuling(null, null, topic, Set.of(situations), "Registro de prueba", null, outcome, "Se decide.",
						"Bajo condición.", "Por algo.", null, standing, supersedes, new UserId(AUTHOR), null));
	}

	private void expire(Ruling ruling) {
		this.jdbc.sql("UPDATE ruling SET valid_until = ? WHERE number = ?")
			.params(Timestamp.from(this.clock.instant().minusMillis(1)), ruling.number().value())
			.update();
	}

	/** How many of the two succeeded; the other one was refused. */
	private int bothAtOnce(Callable<Ruling> one, Callable<Ruling> other) throws Exception {
		CyclicBarrier barrier = new CyclicBarrier(2);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<Ruling>> futures = Stream.of(one, other).map((action) -> threads.submit(() -> {
				barrier.await();
				try {
					return action.call();
				}
				catch (InvalidInputException ex) {
					assertThat(ex.problems()).extracting(FieldProblem::field).containsExactly("supersedes");
					return null;
				}
			})).toList();
			int done = 0;
			for (Future<Ruling> future : futures) {
				done += (future.get() != null) ? 1 : 0;
			}
			return done;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static List<String> fields(Runnable action) {
		return catchThrowableOfType(InvalidInputException.class, action::run).problems()
			.stream()
			.map(FieldProblem::field)
			.toList();
	}

}
