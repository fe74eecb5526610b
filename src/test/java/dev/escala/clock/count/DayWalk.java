package dev.escala.clock.count;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.escala.clock.count.MinuteWalk.Goal;
import dev.escala.clock.count.MinuteWalk.Kind;
import dev.escala.clock.count.MinuteWalk.Stop;

/**
 * The oracle of the clocks of days, written from one sentence: such a clock is due at the
 * first instant at which the unpaused shares of its days reach its number, where a day's
 * share is its unpaused working time over its working time. It looks at each minute of a
 * day, or second where something begins or ends within it, and adds fractions.
 */
final class DayWalk {

	private final OpenMinutes minutes;

	DayWalk(OpenMinutes minutes) {
		this.minutes = minutes;
	}

	Optional<Instant> due(Instant start, Goal goal, List<Stop> ledger) {
		Days days = new Days(start, goal);
		List<Stop> stops = ledger.stream().filter((stop) -> stop.stops(goal)).toList();
		Optional<Instant> reached = reach(start, days, BigInteger.valueOf(days.goal()), BigInteger.ONE, stops);
		if (goal.kind() != Kind.WORKING_DAYS_SAME_HOUR || reached.isEmpty()) {
			return reached;
		}
		long hour = new Days(start, goal).hourAfter(goal.days());
		return reached.get().getEpochSecond() < hour ? notWithin(hour, stops) : reached;
	}

	Optional<Instant> warn(Instant start, Goal goal, List<Stop> ledger) {
		Days days = new Days(start, goal);
		return reach(start, days, BigInteger.valueOf(days.goal() * goal.warnPercent()), BigInteger.valueOf(100),
				ledger.stream().filter((stop) -> stop.stops(goal)).toList());
	}

	private static Optional<Instant> notWithin(long second, List<Stop> stops) {
		long at = second;
		while (true) {
			long here = at;
			Optional<Stop> within = stops.stream()
				.filter((stop) -> stop.to() > here && ((here > second) ? stop.from() <= here : stop.from() < here))
				.findFirst();
			if (within.isEmpty()) {
				return Optional.of(Instant.ofEpochSecond(at));
			}
			if (within.get().to() == Stop.NEVER) {
				return Optional.empty();
			}
			at = within.get().to();
		}
	}

	/** When the shares reach so many days, which is a fraction of upper over lower. */
	private Optional<Instant> reach(Instant start, Days days, BigInteger upper, BigInteger lower, List<Stop> stops) {
		if (any(stops, (stop) -> stop.to() == Stop.NEVER && stop.from() <= start.getEpochSecond())) {
			// It begins within a pause that does not end: it never runs.
			return Optional.empty();
		}
		BigInteger left = upper;
		BigInteger below = lower;
		while (true) {
			List<long[]> day = days.next();
			if (stops.stream().anyMatch((stop) -> stop.to() == Stop.NEVER && stop.from() <= day.get(0)[0])) {
				return Optional.empty();
			}
			long whole = day.stream().mapToLong((piece) -> piece[1] - piece[0]).sum();
			// Reached where left / below <= worked / whole, in millionths of a second.
			BigInteger[] exact = left.multiply(BigInteger.valueOf(whole * 1_000_000)).divideAndRemainder(below);
			long need = exact[0].longValueExact() + exact[1].signum();
			long worked = 0;
			List<Stop> near = near(day, stops);
			for (long[] piece : day) {
				long step = isPlain(piece, start, near) ? piece[1] - piece[0] : 1;
				for (long t = piece[0]; t < piece[1]; t += step) {
					if (!counts(t, start, near)) {
						continue;
					}
					if (need <= (worked + step) * 1_000_000) {
						Instant at = Instant.ofEpochSecond(t).plus(need - worked * 1_000_000, ChronoUnit.MICROS);
						return Optional.of(at.isBefore(start) ? start : at);
					}
					worked += step;
				}
			}
			left = left.multiply(BigInteger.valueOf(whole)).subtract(BigInteger.valueOf(worked).multiply(below));
			below = below.multiply(BigInteger.valueOf(whole));
			BigInteger common = left.gcd(below);
			left = left.divide(common);
			below = below.divide(common);
		}
	}

	/**
	 * Those that lie across the day: what does not touch it says nothing of its minutes.
	 */
	private static List<Stop> near(List<long[]> day, List<Stop> stops) {
		long from = day.get(0)[0];
		long to = day.get(day.size() - 1)[1];
		return stops.stream().filter((stop) -> stop.from() <= to && stop.to() >= from).toList();
	}

	private static boolean isPlain(long[] piece, Instant start, List<Stop> stops) {
		return !isInside(start.getEpochSecond(), piece)
				&& !any(stops, (stop) -> isInside(stop.from(), piece) || isInside(stop.to(), piece));
	}

	private static boolean isInside(long edge, long[] piece) {
		return piece[0] < edge && edge < piece[1];
	}

	/** What passed before the start cannot have been paused. */
	private static boolean counts(long second, Instant start, List<Stop> stops) {
		return second < start.getEpochSecond() || !any(stops, (stop) -> stop.covers(second));
	}

	/** Asked of every minute: a stream would take most of the time. */
	private static boolean any(List<Stop> stops, Predicate<Stop> what) {
		for (Stop stop : stops) {
			if (what.test(stop)) {
				return true;
			}
		}
		return false;
	}

	/** The days of a clock, one after the other, each as the minutes that make it up. */
	private final class Days {

		private final long start;

		private final Goal goal;

		private final LocalDate first;

		private LocalDate date;

		private long hour;

		Days(Instant start, Goal goal) {
			this.start = start.getEpochSecond();
			this.goal = goal;
			this.first = DayWalk.this.minutes.dateOf(this.start);
			this.date = goal.kind().withStart() ? this.first : this.first.plusDays(1);
			this.hour = this.start;
		}

		/** Of months the dates up to the last one, found date by date. */
		long goal() {
			if (!this.goal.kind().name().startsWith("MONTHS")) {
				return this.goal.days();
			}
			long number = 0;
			for (LocalDate one = this.date;; one = one.plusDays(1)) {
				number += DayWalk.this.minutes.secondsOf(one, false).length > 0 ? 1 : 0;
				if (isLast(one)) {
					return number;
				}
			}
		}

		private boolean isLast(LocalDate one) {
			LocalDate same = this.goal.kind().withStart() ? one.plusDays(1) : one;
			boolean number = months(same) == this.goal.days() && same.getDayOfMonth() == this.first.getDayOfMonth();
			boolean none = months(one) == this.goal.days() && one.getDayOfMonth() < this.first.getDayOfMonth()
					&& one.plusDays(1).getDayOfMonth() == 1;
			return number || none;
		}

		private int months(LocalDate one) {
			return (one.getYear() - this.first.getYear()) * 12 + one.getMonthValue() - this.first.getMonthValue();
		}

		List<long[]> next() {
			if (this.goal.kind() == Kind.WORKING_DAYS_SAME_HOUR) {
				return untilSameHour();
			}
			while (true) {
				LocalDate one = this.date;
				this.date = one.plusDays(1);
				List<long[]> pieces = pieces(one, this.goal.kind().isWorking(), Long.MIN_VALUE, Long.MAX_VALUE);
				if (!pieces.isEmpty() && pieces.get(pieces.size() - 1)[1] > this.start) {
					return pieces;
				}
			}
		}

		private List<long[]> untilSameHour() {
			long from = this.hour;
			LocalDate begins = DayWalk.this.minutes.dateOf(from);
			while (DayWalk.this.minutes.secondsOf(this.date, true).length == 0) {
				this.date = this.date.plusDays(1);
			}
			this.hour = hourOf(this.date);
			List<long[]> open = new ArrayList<>();
			List<long[]> all = new ArrayList<>();
			for (LocalDate one = begins; !one.isAfter(this.date); one = one.plusDays(1)) {
				open.addAll(pieces(one, true, from, this.hour));
				all.addAll(pieces(one, false, from, this.hour));
			}
			this.date = this.date.plusDays(1);
			return open.isEmpty() ? all : open;
		}

		/** The first second of the date at which its wall clock has come to that time. */
		private long hourOf(LocalDate one) {
			long time = DayWalk.this.minutes.secondOfDay(this.start);
			for (long minute : DayWalk.this.minutes.secondsOf(one, false)) {
				long shows = DayWalk.this.minutes.secondOfDay(minute);
				if (shows >= time) {
					return minute;
				}
				if (shows / 60 == time / 60) {
					return minute + time % 60;
				}
			}
			throw new IllegalStateException("No such time on " + one);
		}

		long hourAfter(int days) {
			for (int day = 0; day < days; day++) {
				next();
			}
			return this.hour;
		}

		private List<long[]> pieces(LocalDate one, boolean open, long from, long to) {
			List<long[]> pieces = new ArrayList<>();
			for (long minute : DayWalk.this.minutes.secondsOf(one, open)) {
				long begin = Math.max(minute, from);
				long end = Math.min(minute + 60, to);
				if (begin < end) {
					pieces.add(new long[] { begin, end });
				}
			}
			return pieces;
		}

	}

}
