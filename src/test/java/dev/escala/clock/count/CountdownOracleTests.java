package dev.escala.clock.count;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.escala.calendar.TimeSpan;
import dev.escala.clock.ClockHistory;
import dev.escala.clock.Deadline;
import dev.escala.clock.count.MinuteWalk.Agreed;
import dev.escala.clock.count.MinuteWalk.Goal;
import dev.escala.clock.count.MinuteWalk.Kind;
import dev.escala.clock.count.MinuteWalk.Stop;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the calculator with the oracle on many cases. One of them alone:
 * {@code -Descala.oracle.case=1234}.
 */
@DisplayName("The clocks agree to the minute with an oracle that walks through every minute")
class CountdownOracleTests {

	private static final long SEED = 20261120;

	private static final int CASES = 12_000;

	/** Features that are rarer than the others by nature. */
	private static final int FEWEST = 100;

	private final List<Disagreement> disagreements = Collections.synchronizedList(new ArrayList<>());

	private final OracleFeatures features = new OracleFeatures();

	@Test
	@Tag("thorough")
	@DisplayName("Deadlines, warnings and breaches of twelve thousand cases")
	void agrees() {
		Integer only = Integer.getInteger("escala.oracle.case");
		long begun = System.nanoTime();
		OracleCases cases = new OracleCases(SEED);

		IntStream numbers = (only == null) ? IntStream.range(0, CASES) : IntStream.of(only);
		numbers.parallel().mapToObj(cases::draw).forEach(this::compare);

		System.out.printf("Oracle: %d cases with seed %d in %d s; %d disagree%n%s", (only == null) ? CASES : 1, SEED,
				(System.nanoTime() - begun) / 1_000_000_000, failing(), this.features.table());
		this.disagreements.stream()
			.sorted((a, b) -> a.given.number() - b.given.number())
			.limit(10)
			.forEach((one) -> System.out.println(one.text()));
		assertThat(failing()).as("cases on which calculator and oracle disagree; the first are printed").isZero();
		if (only == null) {
			assertThat(this.features.zones()).hasSize(10)
				.allSatisfy((zone, hits) -> assertThat(hits).isGreaterThan(400));
			assertThat(this.features.features()).hasSize(43)
				.allSatisfy((feature, hits) -> assertThat(hits).as(feature).isGreaterThanOrEqualTo(FEWEST));
		}
	}

	@ParameterizedTest
	@EnumSource(names = "CLOSINGS", mode = Mode.EXCLUDE)
	@DisplayName("Fifty cases of each way of counting")
	void agreesOnEachWay(Kind kind) {
		agreesOn(kind, 50, this::compare);
	}

	@ParameterizedTest
	@EnumSource(names = "CLOSINGS", mode = Mode.EXCLUDE)
	@Tag("thorough")
	@DisplayName("Ten thousand cases of each way of counting")
	void agreesOnEachWayThoroughly(Kind kind) {
		agreesOn(kind, 10_000, this::countdown);
	}

	private void agreesOn(Kind kind, int number, Consumer<OracleCase> check) {
		OracleCases cases = new OracleCases(SEED + kind.ordinal());

		IntStream.range(0, number).parallel().mapToObj((one) -> cases.draw(one, kind)).forEach(check);

		this.disagreements.stream().limit(10).forEach((one) -> System.out.println(one.text()));
		assertThat(failing()).as("cases of %s on which calculator and oracle disagree; some are printed", kind)
			.isZero();
	}

	@Test
	@DisplayName("Every minute of every date of every place, as its calendar says")
	void agreesOnEveryMinute() {
		OraclePlaces.ALL.parallelStream().forEach((place) -> {
			List<String> different = new ArrayList<>();
			for (LocalDate date = place.first(); !date.isAfter(place.last()); date = date.plusDays(1)) {
				if (!place.minutes().openOn(date).equals(minutes(place.calendar().openOn(date)))) {
					different.add(date + " " + place.calendar().day(date));
				}
			}
			assertThat(different).as(place.toString()).isEmpty();
		});
	}

	private static List<Instant> minutes(List<TimeSpan> open) {
		List<Instant> minutes = new ArrayList<>();
		for (TimeSpan span : open) {
			for (Instant at = span.from(); at.isBefore(span.to()); at = at.plusSeconds(60)) {
				minutes.add(at);
			}
		}
		return minutes;
	}

	private long failing() {
		return this.disagreements.stream().map((one) -> one.given.number()).distinct().count();
	}

	private void compare(OracleCase given) {
		try {
			Optional<Instant> due = countdown(given);
			Optional<Instant> breach = history(given);
			this.features.add(given, due, breach);
		}
		catch (RuntimeException ex) {
			this.disagreements.add(new Disagreement(given, "no exception", "", ex.toString()));
		}
	}

	/** The first service level over the whole ledger, at once. */
	private Optional<Instant> countdown(OracleCase given) {
		Goal goal = given.firstGoal();
		MinuteWalk walk = given.place().walk();
		Countdown countdown = new Countdown(given.place().calendar(), given.start(), OracleCase.target(goal),
				given.ledger(), given.rule());
		Optional<Instant> due = walk.due(given.start(), goal, given.stops());
		same(given, "due", due, countdown.dueAt());
		same(given, "warning", walk.warn(given.start(), goal, given.stops()), countdown.warnAt());
		return due;
	}

	/** Everything in the order in which it happened. */
	private Optional<Instant> history(OracleCase given) {
		ClockHistory history = new ClockHistory(given);
		Deadline clock = history.live();
		Optional<Instant> breach = given.place()
			.walk()
			.breach(given.start(), given.agreed(), given.stops(), given.shut());
		same(given, "breach", breach, Optional.ofNullable(clock.breachedAt()));
		history.moments().forEach((moment) -> dates(given, moment));
		return breach;
	}

	/**
	 * The dates that people saw after an event, also those of a clock that stood still.
	 */
	private void dates(OracleCase given, ClockHistory.Moment moment) {
		Goal goal = given.agreed()
			.stream()
			.filter((agreed) -> !agreed.from().isAfter(moment.at()))
			.reduce((earlier, later) -> later)
			.map(Agreed::goal)
			.orElseThrow();
		List<Stop> known = given.stopsKnownAt(moment.at());
		MinuteWalk walk = given.place().walk();
		Optional<Instant> due = walk.due(given.start(), goal, known);
		String when = " as known at " + moment.at();
		same(given, "paused" + when, due.isEmpty(), moment.clock().isPaused());
		if (due.isEmpty()) {
			known = known.stream().filter((stop) -> !OracleCase.lasts(stop)).toList();
			due = walk.due(given.start(), goal, known);
		}
		same(given, "due" + when, due, Optional.of(moment.clock().dueAt()));
		if (!moment.clock().isPaused()) {
			same(given, "warning" + when, walk.warn(given.start(), goal, known), Optional.of(moment.clock().warnAt()));
		}
	}

	private void same(OracleCase given, String what, Optional<Instant> oracle, Optional<Instant> calculator) {
		if (!oracle.equals(calculator)) {
			this.disagreements.add(new Disagreement(given, what, given.text(oracle), given.text(calculator)));
		}
	}

	private void same(OracleCase given, String what, boolean oracle, boolean calculator) {
		if (oracle != calculator) {
			this.disagreements.add(new Disagreement(given, what, "" + oracle, "" + calculator));
		}
	}

	private record Disagreement(OracleCase given, String what, String oracle, String calculator) {

		private String text() {
			return "%s%n  %s%n    oracle     %s%n    calculator %s%n".formatted(this.given.describe(), this.what,
					this.oracle, this.calculator);
		}

	}

}
