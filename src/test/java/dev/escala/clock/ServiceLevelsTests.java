package dev.escala.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.escala.customer.Tier;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decisions;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
class ServiceLevelsTests {

	/** Friday 16:50 in Madrid. */
	private static final Instant FRIDAY = Instant.parse("2026-11-20T15:50:00Z");

	/** Six working hours later: Monday 13:50. */
	private static final Instant ANSWER_DUE = Instant.parse("2026-11-23T12:50:00Z");

	private static int cases;

	private final CaseNumber number = new CaseNumber("ESC-S-" + (++cases));

	@Autowired
	private ServiceLevels levels;

	@Autowired
	private Decisions decisions;

	@BeforeEach
	void itIsFriday() {
		now(FRIDAY);
	}

	@AfterEach
	void itIsToday() {
		ClockUtil.reset();
	}

	@Test
	void startsEveryClockWithItsReason() {
		List<Deadline> open = this.levels.apply(subject(Severity.MODERATE, Tier.STANDARD), FRIDAY);

		assertThat(open).isEqualTo(this.levels.deadlines(this.number)).hasSize(ServiceClock.fromReport().size());
		assertThat(due()).containsEntry(ServiceClock.FIRST_NOTICE, FRIDAY.plus(Duration.ofHours(1)))
			.containsEntry(ServiceClock.ANSWER, ANSWER_DUE)
			// 70 minutes on Friday, the rest on Monday.
			.containsEntry(ServiceClock.ACKNOWLEDGEMENT, Instant.parse("2026-11-23T10:50:00Z"))
			.as("the first update runs from the answer")
			.doesNotContainKey(ServiceClock.UPDATE);
		assertThat(find(ServiceClock.ACKNOWLEDGEMENT).reason())
			.isEqualTo("Alguien se hace cargo de un caso de gravedad moderada en 4 horas laborables");
		assertThat(this.decisions.recorded(this.number)).hasSize(ServiceClock.values().length)
			.allSatisfy((recorded) -> assertThat(recorded.decision()).isEqualTo("serviceLevels"));
	}

	@Test
	void changesNothingWhenAppliedTwice() {
		List<Deadline> first = this.levels.apply(subject(Severity.LOW, Tier.GOLD), FRIDAY);
		now(FRIDAY.plusSeconds(600));

		List<Deadline> second = this.levels.apply(subject(Severity.LOW, Tier.GOLD), FRIDAY.plusSeconds(600));

		assertThat(second).isEqualTo(first);
		assertThat(this.decisions.recorded(this.number)).hasSize(ServiceClock.values().length);
	}

	@Test
	void movesOnlyOpenClocksAndFromTheirFirstStart() {
		this.levels.apply(subject(Severity.LOW, Tier.STANDARD), FRIDAY);
		this.levels.meet(this.number, ServiceClock.ACKNOWLEDGEMENT);
		now(FRIDAY.plus(Duration.ofHours(1)));
		breach(ServiceClock.FIRST_NOTICE);
		Deadline met = find(ServiceClock.ACKNOWLEDGEMENT);
		Deadline breached = find(ServiceClock.FIRST_NOTICE);

		this.levels.apply(subject(Severity.CRITICAL, Tier.GOLD), FRIDAY.plus(Duration.ofHours(1)));

		assertThat(find(ServiceClock.ACKNOWLEDGEMENT)).isEqualTo(met);
		assertThat(find(ServiceClock.FIRST_NOTICE)).isEqualTo(breached);
		assertThat(find(ServiceClock.ANSWER).startedAt()).isEqualTo(FRIDAY);
		assertThat(due()).containsEntry(ServiceClock.ANSWER, FRIDAY.plus(Duration.ofHours(1)))
			.containsEntry(ServiceClock.INVOLVE_PARTIES, FRIDAY.plus(Duration.ofHours(4)))
			.containsEntry(ServiceClock.RESOLUTION, FRIDAY.plus(Duration.ofHours(8)));
		assertThat(find(ServiceClock.ANSWER).reason()).contains("crítico");
	}

	@Test
	void warnsWhenThreeQuartersAreOver() {
		this.levels.apply(subject(Severity.MODERATE, Tier.STANDARD), FRIDAY);

		assertThat(find(ServiceClock.FIRST_NOTICE).warnAt()).isEqualTo(FRIDAY.plus(Duration.ofMinutes(45)));
		// Three of four working hours, 70 minutes of them on Friday.
		assertThat(find(ServiceClock.ACKNOWLEDGEMENT).warnAt()).isEqualTo("2026-11-23T09:50:00Z");
	}

	@Test
	void isMetOnce() {
		this.levels.apply(subject(Severity.LOW, Tier.STANDARD), FRIDAY);

		assertThat(this.levels.meet(this.number, ServiceClock.ANSWER)).isTrue();
		now(FRIDAY.plusSeconds(60));
		assertThat(this.levels.meet(this.number, ServiceClock.ANSWER)).isFalse();

		assertThat(find(ServiceClock.ANSWER).metAt()).isEqualTo(FRIDAY);
		assertThat(find(ServiceClock.ANSWER).isOpen()).isFalse();
		now(FRIDAY.plus(Duration.ofDays(1)));
		assertThat(breach(ServiceClock.ANSWER)).isFalse();
	}

	@Test
	void isBreachedOnlyWhenDueAndCanStillBeMetLate() {
		this.levels.apply(subject(Severity.LOW, Tier.STANDARD), FRIDAY);
		now(ANSWER_DUE.minusMillis(1));
		assertThat(breach(ServiceClock.ANSWER)).isFalse();

		now(ANSWER_DUE);
		assertThat(breach(ServiceClock.ANSWER)).isTrue();
		assertThat(breach(ServiceClock.ANSWER)).isFalse();

		assertThat(find(ServiceClock.ANSWER).isOpen()).isTrue();
		assertThat(this.levels.meet(this.number, ServiceClock.ANSWER)).isTrue();
		assertThat(find(ServiceClock.ANSWER).breachedAt()).isEqualTo(ANSWER_DUE);
	}

	@Test
	void tellsAMissThatNobodyNoticedBeforeItWasMetLate() {
		this.levels.apply(subject(Severity.LOW, Tier.STANDARD), FRIDAY);
		now(ANSWER_DUE.plus(Duration.ofHours(1)));
		this.levels.meet(this.number, ServiceClock.ANSWER);

		assertThat(breach(ServiceClock.ANSWER)).isTrue();
		assertThat(breach(ServiceClock.ANSWER)).isFalse();
	}

	@Test
	void isBreachedByExactlyOneOfManyAtTheSameMoment() throws Exception {
		this.levels.apply(subject(Severity.LOW, Tier.STANDARD), FRIDAY);
		now(ANSWER_DUE);

		assertThat(trueOf(24, () -> breach(ServiceClock.ANSWER))).isEqualTo(1);
		assertThat(trueOf(24, () -> this.levels.meet(this.number, ServiceClock.ANSWER))).isEqualTo(1);
	}

	@Test
	void isAppliedByManyAtTheSameMoment() throws Exception {
		assertThat(trueOf(12, () -> this.levels.apply(subject(Severity.HIGH, Tier.GOLD), FRIDAY).size() == 5))
			.isEqualTo(12);
		assertThat(this.levels.deadlines(this.number)).hasSize(5);
	}

	@Test
	void startsUpdatesAgainWhateverBecameOfTheLastOne() {
		this.levels.apply(subject(Severity.CRITICAL, Tier.STANDARD), FRIDAY);
		this.levels.restart(subject(Severity.CRITICAL, Tier.STANDARD), ServiceClock.UPDATE);
		Instant later = FRIDAY.plus(Duration.ofHours(3));
		now(later);
		breach(ServiceClock.UPDATE);

		Deadline restarted = this.levels.restart(subject(Severity.CRITICAL, Tier.STANDARD), ServiceClock.UPDATE);

		assertThat(restarted).isEqualTo(find(ServiceClock.UPDATE));
		assertThat(restarted.startedAt()).isEqualTo(later);
		assertThat(restarted.dueAt()).isEqualTo(later.plus(Duration.ofHours(2)));
		assertThat(restarted.breachedAt()).isNull();
		assertThat(this.decisions.recorded(this.number)).hasSize(ServiceClock.values().length);
		this.levels.apply(subject(Severity.HIGH, Tier.GOLD), FRIDAY);
		assertThat(find(ServiceClock.UPDATE).startedAt()).as("a moved clock counts from its last start")
			.isEqualTo(later);
	}

	@Test
	void stopsWhatIsOpenWhenTheCaseIsOver() {
		this.levels.apply(subject(Severity.LOW, Tier.STANDARD), FRIDAY);
		this.levels.meet(this.number, ServiceClock.ANSWER);
		this.levels.stop(this.number);
		now(FRIDAY.plus(Duration.ofDays(60)));

		assertThat(this.levels.deadlines(this.number)).noneMatch(Deadline::isOpen);
		assertThat(find(ServiceClock.ANSWER).stoppedAt()).isNull();
		for (ServiceClock clock : ServiceClock.values()) {
			assertThat(breach(clock)).isFalse();
			assertThat(this.levels.meet(this.number, clock)).isFalse();
		}
		assertThat(this.levels.apply(subject(Severity.CRITICAL, Tier.GOLD), FRIDAY)).isEmpty();
	}

	@Test
	void knowsNothingOfCasesWithoutClocks() {
		assertThat(this.levels.deadlines(this.number)).isEmpty();
		assertThat(this.levels.find(this.number, ServiceClock.ANSWER)).isEmpty();
		assertThat(this.levels.meet(this.number, ServiceClock.ANSWER)).isFalse();
		assertThat(this.levels.breach(-1)).isFalse();
	}

	private Subject subject(Severity severity, Tier tier) {
		return new Subject(this.number, severity, tier, null, null);
	}

	private boolean breach(ServiceClock clock) {
		return this.levels.find(this.number, clock).filter((found) -> this.levels.breach(found.id())).isPresent();
	}

	private Deadline find(ServiceClock clock) {
		return this.levels.find(this.number, clock).orElseThrow();
	}

	private Map<ServiceClock, Instant> due() {
		return this.levels.deadlines(this.number).stream().collect(Collectors.toMap(Deadline::clock, Deadline::dueAt));
	}

	private static void now(Instant instant) {
		ClockUtil.setCurrentTime(Date.from(instant));
	}

	/** How many of that many simultaneous calls answer {@code true}. */
	private static long trueOf(int calls, Callable<Boolean> call) throws Exception {
		var threads = Executors.newFixedThreadPool(calls);
		try {
			CountDownLatch start = new CountDownLatch(calls);
			List<Callable<Boolean>> all = IntStream.range(0, calls).<Callable<Boolean>>mapToObj((i) -> () -> {
				start.countDown();
				start.await();
				return call.call();
			}).toList();
			long answered = 0;
			for (var answer : threads.invokeAll(all)) {
				answered += answer.get() ? 1 : 0;
			}
			return answered;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
