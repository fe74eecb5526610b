package dev.escala.clock.count;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.clock.Pause;
import dev.escala.reference.UserId;

/**
 * One case of the oracle: when a clock began, what was agreed for it over time, its
 * pauses, and when the case was resolved.
 *
 * @param number from which it can be drawn again
 * @param agreed the first from the start on, each other one later
 * @param waits the pauses in which the case waited
 * @param shut from each resolution to its reopening; the last one perhaps for ever
 */
public record OracleCase(int number, OraclePlace place, Instant start, List<MinuteWalk.Agreed> agreed, List<Wait> waits,
		List<MinuteWalk.Stop> shut) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ssXXX",
			Locale.ENGLISH);

	MinuteWalk.Goal firstGoal() {
		return this.agreed.get(0).goal();
	}

	/** With which rule of days the clock began. */
	public DayRule rule() {
		return this.agreed.stream().anyMatch((agreed) -> agreed.goal().kind() == MinuteWalk.Kind.CLOSINGS)
				? DayRule.CLOSINGS : DayRule.NEWEST;
	}

	/** All that ever stops the clock, as the oracle reads it. */
	List<MinuteWalk.Stop> stops() {
		return Stream.concat(this.waits.stream().map(Wait::stop), this.shut.stream().filter((stop) -> !lasts(stop)))
			.toList();
	}

	/** What of it is known at an instant: what lasts then has no end yet. */
	List<MinuteWalk.Stop> stopsKnownAt(Instant now) {
		long second = now.getEpochSecond();
		List<MinuteWalk.Stop> known = new ArrayList<>();
		for (Wait wait : this.waits) {
			MinuteWalk.Stop stop = wait.stop();
			if (stop.from() <= second) {
				known.add((stop.to() <= second) ? stop
						: new MinuteWalk.Stop(stop.from(), MinuteWalk.Stop.NEVER, stop.resolved()));
			}
		}
		// Only the reopening writes it into the ledger.
		this.shut.stream().filter((stop) -> stop.to() <= second).forEach(known::add);
		return known;
	}

	/** The same as the application keeps it. */
	List<Pause> ledger() {
		return Stream
			.concat(this.waits.stream().map(Wait::pause),
					this.shut.stream().filter((stop) -> !lasts(stop)).map(OracleCase::reopened))
			.toList();
	}

	public List<Pause> ledgerKnownAt(Instant now) {
		Stream<Pause> waits = this.waits.stream()
			.map(Wait::pause)
			.filter((pause) -> !pause.startedAt().isAfter(now))
			.map((pause) -> (!pause.isOpen() && pause.endedAt().isAfter(now))
					? new Pause(pause.reason(), null, pause.startedAt(), new UserId("ana"), null, null) : pause);
		return Stream
			.concat(waits,
					this.shut.stream().filter((stop) -> stop.to() <= now.getEpochSecond()).map(OracleCase::reopened))
			.toList();
	}

	private static Pause reopened(MinuteWalk.Stop stop) {
		return new Pause(Pause.Reason.RESOLVED, null, Instant.ofEpochSecond(stop.from()), new UserId("ana"),
				Instant.ofEpochSecond(stop.to()), new UserId("ana"));
	}

	public static boolean lasts(MinuteWalk.Stop stop) {
		return stop.to() == MinuteWalk.Stop.NEVER;
	}

	/** The oracle's goal as a row of the table of service levels would say it. */
	public static Target target(MinuteWalk.Goal goal) {
		Counting counting = (goal.kind() == MinuteWalk.Kind.CLOSINGS) ? Counting.WORKING_DAYS
				: Counting.valueOf(goal.kind().name());
		String duration = (goal.days() == 0) ? Duration.ofSeconds(goal.seconds()).toString()
				: "P" + goal.days() + (counting.isMonths() ? "M" : "D");
		return new Target(duration, counting, goal.warnPercent(), goal.mayPause());
	}

	/** Everything that somebody needs to compute it by hand. */
	String describe() {
		return """
				Case %d at %s, %s
				  start   %s
				  agreed  %s
				  waits   %s
				  shut    %s""".formatted(this.number, this.place, this.place.week(), text(this.start),
				this.agreed.stream().map((one) -> text(one.from()) + " " + target(one.goal())).collect(lines()),
				this.waits.stream().map((wait) -> text(wait.stop()) + " " + wait.reason()).collect(lines()),
				this.shut.stream().map(this::text).collect(lines()));
	}

	String text(Optional<Instant> instant) {
		return instant.map(this::text).orElse("never");
	}

	private String text(MinuteWalk.Stop stop) {
		return text(Instant.ofEpochSecond(stop.from())) + " – "
				+ (lasts(stop) ? "open" : text(Instant.ofEpochSecond(stop.to())));
	}

	private String text(Instant instant) {
		return ZonedDateTime.ofInstant(instant, this.place.zone()).format(TIME) + " (" + instant + ")";
	}

	private static java.util.stream.Collector<CharSequence, ?, String> lines() {
		return Collectors.joining("\n          ");
	}

	/** A pause in which the case waits for somebody. */
	public record Wait(MinuteWalk.Stop stop, Pause.Reason reason) {

		Pause pause() {
			return new Pause(this.reason, null, Instant.ofEpochSecond(this.stop.from()), new UserId("ana"),
					lasts(this.stop) ? null : Instant.ofEpochSecond(this.stop.to()),
					lasts(this.stop) ? null : new UserId("ana"));
		}

	}

}
