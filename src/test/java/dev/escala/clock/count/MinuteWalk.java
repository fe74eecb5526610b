package dev.escala.clock.count;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The oracle of the clocks: it walks through absolute time, minute after minute, asks of
 * each one whether it counts, and adds. Slow and plain on purpose; it shares nothing with
 * the calculator, neither its intervals nor its types. A minute within which something
 * begins or ends is walked second after second.
 */
public final class MinuteWalk {

	/** Nothing that is asked of it lasts longer. */
	private static final long LONGEST_SECONDS = 6L * 366 * 86400;

	private final OpenMinutes minutes;

	private final DayWalk days;

	public MinuteWalk(OpenMinutes minutes) {
		this.minutes = minutes;
		this.days = new DayWalk(minutes);
	}

	/** When the target is reached; empty where an open pause prevents it. */
	Optional<Instant> due(Instant start, Goal goal, List<Stop> ledger) {
		if (goal.kind().isShares()) {
			return this.days.due(start, goal, ledger);
		}
		return (goal.kind() == Kind.CLOSINGS) ? lastClosing(start, goal, ledger)
				: reach(start, goal, goal.seconds() * 100, ledger);
	}

	/** When the share of the target is reached at which people are warned. */
	Optional<Instant> warn(Instant start, Goal goal, List<Stop> ledger) {
		if (goal.kind().isShares()) {
			return this.days.warn(start, goal, ledger);
		}
		if (goal.kind() != Kind.CLOSINGS) {
			return reach(start, goal, goal.seconds() * goal.warnPercent(), ledger);
		}
		Optional<Instant> due = lastClosing(start, goal, ledger);
		if (due.isEmpty()) {
			return Optional.empty();
		}
		long[] edges = edges(ledger);
		Stop[] stops = stopping(goal, ledger);
		long worked = 0;
		long step;
		for (long t = start.getEpochSecond(); t < due.get().getEpochSecond(); t += step) {
			step = step(t, edges);
			worked += counts(t, goal, stops) ? step : 0;
		}
		return reach(start, goal, worked * goal.warnPercent(), ledger);
	}

	/**
	 * The first instant at which what was agreed by then is reached while the clock is
	 * open.
	 * @param agreed the first from the start on, the others each from its instant on
	 * @param ledger every pause, also those between a resolution and a reopening
	 * @param shut when the clock was not open because the case was resolved
	 */
	public Optional<Instant> breach(Instant start, List<Agreed> agreed, List<Stop> ledger, List<Stop> shut) {
		List<Optional<Instant>> dues = agreed.stream()
			.map((one) -> one.goal().kind().isShares() ? this.days.due(start, one.goal(), ledger)
					: Optional.<Instant>empty())
			.toList();
		long[] edges = LongStream.concat(
				dues.stream()
					.flatMap(Optional::stream)
					.flatMapToLong((due) -> LongStream.of(due.getEpochSecond(), due.getEpochSecond() + 1)),
				LongStream.concat(agreed.stream().mapToLong((one) -> one.from().getEpochSecond()),
						LongStream.concat(Arrays.stream(edges(ledger)), Arrays.stream(edges(shut)))))
			.toArray();
		List<Stop[]> stops = agreed.stream().map((one) -> stopping(one.goal(), ledger)).toList();
		Stop[] resolved = shut.toArray(new Stop[0]);
		long over = standsFrom(resolved);
		long stands = standsFrom(stops.get(agreed.size() - 1));
		long[] counted = new long[agreed.size()];
		int now = 0;
		long step;
		for (long t = start.getEpochSecond(); t < start.getEpochSecond() + LONGEST_SECONDS; t += step) {
			while (now + 1 < agreed.size() && agreed.get(now + 1).from().getEpochSecond() <= t) {
				now++;
			}
			Goal goal = agreed.get(now).goal();
			boolean open = !covered(t, resolved);
			Instant second = Instant.ofEpochSecond(t);
			if (goal.kind().isShares()) {
				if (open && dues.get(now).filter(second.plusSeconds(1)::isAfter).isPresent()) {
					return dues.get(now).map((due) -> due.isAfter(second) ? due : second);
				}
			}
			else if (open && counted[now] >= ((goal.kind() == Kind.CLOSINGS) ? goal.days() : goal.seconds())) {
				return Optional.of(second);
			}
			boolean last = now == agreed.size() - 1;
			if (last && ((open && t >= stands) || t >= over)) {
				return Optional.empty();
			}
			step = reachesWithinTheMinute(agreed, counted) ? 1 : step(t, edges);
			for (int i = now; i < counted.length; i++) {
				Goal one = agreed.get(i).goal();
				if (one.kind() == Kind.CLOSINGS) {
					counted[i] += closes(start, t, step, stops.get(i)) ? 1 : 0;
				}
				else {
					counted[i] += counts(t, one, stops.get(i)) ? step : 0;
				}
			}
		}
		throw new IllegalStateException("Walked for years from " + start);
	}

	private static boolean reachesWithinTheMinute(List<Agreed> agreed, long[] counted) {
		for (int i = 0; i < counted.length; i++) {
			long left = agreed.get(i).goal().seconds() - counted[i];
			if (left > 0 && left < 60) {
				return true;
			}
		}
		return false;
	}

	/** In hundredths of seconds, so that every percentage is exact. */
	private Optional<Instant> reach(Instant start, Goal goal, long hundredths, List<Stop> ledger) {
		long[] edges = edges(ledger);
		Stop[] stops = stopping(goal, ledger);
		long stands = standsFrom(stops);
		long counted = 0;
		long step;
		for (long t = start.getEpochSecond(); t < start.getEpochSecond() + LONGEST_SECONDS; t += step) {
			step = step(t, edges);
			if (counts(t, goal, stops)) {
				if (counted + step * 100 >= hundredths) {
					return Optional.of(Instant.ofEpochSecond(t).plusMillis((hundredths - counted) * 10));
				}
				counted += step * 100;
			}
			else if (t >= stands) {
				return Optional.empty();
			}
		}
		throw new IllegalStateException("Walked for years from " + start);
	}

	private Optional<Instant> lastClosing(Instant start, Goal goal, List<Stop> ledger) {
		long[] edges = edges(ledger);
		Stop[] stops = stopping(goal, ledger);
		long stands = standsFrom(stops);
		int closed = 0;
		long step;
		for (long t = start.getEpochSecond(); t < start.getEpochSecond() + LONGEST_SECONDS; t += step) {
			step = step(t, edges);
			if (t >= stands) {
				return Optional.empty();
			}
			if (closes(start, t, step, stops) && ++closed == goal.days()) {
				return Optional.of(Instant.ofEpochSecond(t + step));
			}
		}
		throw new IllegalStateException("Walked for years from " + start);
	}

	private static Stop[] stopping(Goal goal, List<Stop> ledger) {
		return ledger.stream().filter((stop) -> stop.stops(goal)).toArray(Stop[]::new);
	}

	private boolean counts(long second, Goal goal, Stop[] stops) {
		return (goal.kind() == Kind.ELAPSED || this.minutes.isOpen(second)) && !covered(second, stops);
	}

	/** Whether a later date than that of the start closes as this step ends. */
	private boolean closes(Instant start, long second, long step, Stop[] stops) {
		long end = second + step;
		if (end % 60 != 0 || !this.minutes.isLastOfDate(second)
				|| !this.minutes.dateOf(second).isAfter(this.minutes.dateOf(start.getEpochSecond()))) {
			return false;
		}
		for (Stop stop : stops) {
			if (stop.from() < end && end <= stop.to()) {
				return false;
			}
		}
		return true;
	}

	/** From when on nothing will ever count again. */
	private static long standsFrom(Stop[] stops) {
		return Arrays.stream(stops)
			.filter((stop) -> stop.to() == Stop.NEVER)
			.mapToLong(Stop::from)
			.min()
			.orElse(Stop.NEVER);
	}

	private static boolean covered(long second, Stop[] stops) {
		for (Stop stop : stops) {
			if (stop.covers(second)) {
				return true;
			}
		}
		return false;
	}

	/** Where stops begin and end. */
	private static long[] edges(List<Stop> stops) {
		return stops.stream().flatMapToLong((stop) -> LongStream.of(stop.from(), stop.to())).toArray();
	}

	/** A whole minute where nothing begins or ends within it, else a second. */
	private static long step(long second, long[] edges) {
		if (second % 60 != 0) {
			return 1;
		}
		for (long edge : edges) {
			if (second < edge && edge < second + 60) {
				return 1;
			}
		}
		return 60;
	}

	/** What counts. */
	public enum Kind {

		WORKING, ELAPSED,
		/** Working days as they were counted until November 2026. */
		CLOSINGS, WORKING_DAYS, WORKING_DAYS_WITH_START, WORKING_DAYS_SAME_HOUR, CALENDAR_DAYS,
		CALENDAR_DAYS_WITH_START, MONTHS, MONTHS_WITH_START;

		/** Whether the unpaused shares of days are counted. */
		boolean isShares() {
			return ordinal() > CLOSINGS.ordinal();
		}

		boolean isWorking() {
			return name().startsWith("WORKING");
		}

		boolean withStart() {
			return name().endsWith("START");
		}

	}

	/**
	 * What a clock has to reach.
	 *
	 * @param seconds how much, or 0 where days are counted
	 * @param days how many days or months, or 0 where time is counted
	 */
	public record Goal(Kind kind, long seconds, int days, int warnPercent, boolean mayPause) {
	}

	/** What is agreed from an instant on. */
	public record Agreed(Instant from, Goal goal) {
	}

	/**
	 * A stretch of absolute time in seconds, its end excluded.
	 *
	 * @param resolved whether it also stops clocks that may not pause
	 */
	public record Stop(long from, long to, boolean resolved) {

		public static final long NEVER = Long.MAX_VALUE;

		boolean covers(long second) {
			return this.from <= second && second < this.to;
		}

		boolean stops(Goal goal) {
			return this.resolved || goal.mayPause();
		}

	}

}
