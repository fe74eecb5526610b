package dev.escala.clock.count;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import dev.escala.clock.Pause;
import dev.escala.clock.count.MinuteWalk.Agreed;
import dev.escala.clock.count.MinuteWalk.Goal;
import dev.escala.clock.count.MinuteWalk.Kind;
import dev.escala.clock.count.MinuteWalk.Stop;

/**
 * Draws cases near the places where clocks go wrong: nights on which the zone changes,
 * leap days, year's ends, holidays, and the very minutes of opening, closing and of the
 * deadline. A number always gives the same case.
 */
final class OracleCases {

	private static final int[] MINUTES = { 1, 2, 5, 15, 30, 45, 60, 90, 120, 240, 480, 600, 960, 1440 };

	private static final int[] WARNINGS = { 1, 33, 50, 75, 80, 99 };

	private final long seed;

	OracleCases(long seed) {
		this.seed = seed;
	}

	OracleCase draw(int number) {
		return draw(number, null);
	}

	/** A case whose first service level counts in a way, or in any where that is null. */
	OracleCase draw(int number, Kind kind) {
		SplittableRandom random = new SplittableRandom(this.seed + number);
		while (true) {
			try {
				return new Draw(number, random, OraclePlaces.ALL.get(random.nextInt(OraclePlaces.ALL.size())),
						kind == null)
					.draw(kind);
			}
			catch (OraclePlace.OutsideException ex) {
				// It would run into years whose holidays nobody wrote down: another one.
			}
		}
	}

	private static final class Draw {

		private final int number;

		private final SplittableRandom random;

		private final OraclePlace place;

		/** A case that is walked by the second stays short. */
		private final boolean seconds;

		/** A clock that began before pauses counted by shares. */
		private final boolean former;

		private Instant start;

		private long due;

		Draw(int number, SplittableRandom random, OraclePlace place, boolean any) {
			this.number = number;
			this.random = random;
			this.place = place;
			this.seconds = chance(4);
			this.former = any && chance(25);
		}

		OracleCase draw(Kind kind) {
			this.start = instant(near(anchor() - this.random.nextLong(-6 * 3600, 72 * 3600)));
			requireKnown(this.start.getEpochSecond());
			Goal goal = (kind == null) ? goal() : goal(kind);
			this.due = this.place.walk().due(this.start, goal, List.of()).orElseThrow().getEpochSecond();
			if (this.due > this.start.getEpochSecond() + longest()) {
				throw new OraclePlace.OutsideException(this.place.minutes().dateOf(this.due));
			}
			List<OracleCase.Wait> waits = waits();
			List<Stop> shut = shut();
			List<Agreed> agreed = agreed(goal);
			OracleCase drawn = new OracleCase(this.number, this.place, this.start, agreed, waits, shut);
			staysInside(drawn);
			return drawn;
		}

		/** Something special, or anything. */
		private long anchor() {
			int year = this.random.nextInt(this.place.first().getYear(), this.place.last().getYear() + 1);
			LocalDate date = switch (this.random.nextInt(9)) {
				case 0, 1, 2 -> transition();
				case 3 -> LocalDate.of(2000 + 4 * this.random.nextInt(6, 8), 2, 29);
				case 4 -> LocalDate.of(year, 1, 1);
				case 5 -> pick(this.place.holidays());
				case 6 -> pick(this.place.own().keySet());
				default -> any();
			};
			if (date.isBefore(this.place.first()) || date.isAfter(this.place.last())) {
				date = any();
			}
			return at(date, LocalTime.of(this.random.nextInt(24), this.random.nextInt(60)));
		}

		private LocalDate any() {
			return LocalDate.ofEpochDay(
					this.random.nextLong(this.place.first().toEpochDay() + 3, this.place.last().toEpochDay() - 9));
		}

		private LocalDate pick(java.util.Collection<LocalDate> dates) {
			return dates.isEmpty() ? any()
					: dates.stream().sorted().skip(this.random.nextInt(dates.size())).findFirst().orElseThrow();
		}

		private LocalDate transition() {
			ZoneOffsetTransition next = this.place.zone()
				.getRules()
				.nextTransition(Instant.ofEpochSecond(at(any(), LocalTime.NOON)));
			return (next == null) ? any() : next.getDateTimeBefore().toLocalDate();
		}

		/**
		 * Often the very minute at which something opens, closes or begins, or one
		 * beside.
		 */
		private long near(long second) {
			long near = second;
			if (chance(45)) {
				LocalDate date = this.place.minutes().dateOf(second);
				List<LocalTime> borders = new ArrayList<>(List.of(LocalTime.MIDNIGHT));
				for (String stretch : this.place.weekday(date)) {
					borders.add(LocalTime.parse(stretch.substring(0, 5)));
					String end = stretch.substring(6);
					borders.add(end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end));
				}
				near = at(date, borders.get(this.random.nextInt(borders.size()))) + 60L * this.random.nextInt(-1, 2);
			}
			return round(near);
		}

		private long round(long second) {
			long minute = Math.floorDiv(second, 60L) * 60;
			return this.seconds ? minute + this.random.nextInt(60) : minute;
		}

		private long at(LocalDate date, LocalTime time) {
			LocalDateTime local = LocalDateTime.of(date, time);
			List<ZoneOffset> offsets = this.place.zone().getRules().getValidOffsets(local);
			return offsets.isEmpty() ? local.atZone(this.place.zone()).toEpochSecond()
					: local.toEpochSecond(offsets.get(this.random.nextInt(offsets.size())));
		}

		private Goal goal() {
			int kind = this.random.nextInt(10);
			int warn = chance(70) ? WARNINGS[this.random.nextInt(WARNINGS.length)] : this.random.nextInt(1, 100);
			boolean mayPause = chance(75);
			Kind which = (kind < 4) ? days() : (kind < 8) ? Kind.WORKING : Kind.ELAPSED;
			return goal(which, warn, mayPause);
		}

		private Goal goal(Kind which) {
			return goal(which,
					chance(70) ? WARNINGS[this.random.nextInt(WARNINGS.length)] : this.random.nextInt(1, 100),
					chance(90));
		}

		private Goal goal(Kind which, int warn, boolean mayPause) {
			if (!which.isShares() && which != Kind.CLOSINGS) {
				return new Goal(which, 60L * minutes(which), 0, warn, mayPause);
			}
			int days = this.seconds || chance(60) ? this.random.nextInt(1, 4)
					: this.random.nextInt(1, chance(3) ? 60 : 20);
			return new Goal(which, 0, which.name().startsWith("MONTHS") ? 1 + days % 3 : days, warn, mayPause);
		}

		private Kind days() {
			Kind[] all = Kind.values();
			return this.former ? Kind.CLOSINGS
					: all[this.random.nextInt(Kind.CLOSINGS.ordinal() + 1, all.length - (this.seconds ? 2 : 0))];
		}

		private int minutes(Kind kind) {
			int long1 = (kind == Kind.WORKING) ? 4800 : 20160;
			int long2 = (kind == Kind.WORKING) ? 60000 : 366 * 1440;
			int choice = this.random.nextInt(100);
			if (choice < 45) {
				return MINUTES[this.random.nextInt(MINUTES.length)];
			}
			if (choice < 75 || this.seconds) {
				return this.random.nextInt(1, 1200);
			}
			return this.random.nextInt(1, (choice < 99) ? long1 : long2);
		}

		/** Within the clock's life, around it, or exactly at its end. */
		private long moment() {
			long life = this.due - this.start.getEpochSecond();
			return switch (this.random.nextInt(8)) {
				case 0 -> this.due + (this.seconds ? 1 : 60) * this.random.nextInt(-1, 2);
				case 1 -> this.start.getEpochSecond() + round(this.random.nextLong(-life / 5 - 3600, 60));
				case 2, 3 -> near(this.start.getEpochSecond() + this.random.nextLong(2 * life));
				case 4 -> near(this.start.getEpochSecond() + this.random.nextLong(72 * 3600));
				default -> round(this.start.getEpochSecond() + this.random.nextLong(life));
			};
		}

		private List<OracleCase.Wait> waits() {
			List<OracleCase.Wait> waits = new ArrayList<>();
			int number = new int[] { 0, 0, 1, 1, 1, 2, 2, 3, 3, 4 }[this.random.nextInt(10)];
			for (int i = 0; i < number; i++) {
				long from = moment();
				if (!waits.isEmpty() && chance(35)) {
					Stop other = waits.get(this.random.nextInt(i)).stop();
					long[] related = { other.from(), OracleCase.lasts(other) ? other.from() : other.to(),
							OracleCase.lasts(other) ? other.from() + 60 : (other.from() + other.to()) / 120 * 60 };
					from = this.seconds ? related[this.random.nextInt(2)] : related[this.random.nextInt(3)];
				}
				long to = chance(8) ? Stop.NEVER : from + length();
				if (to != Stop.NEVER && chance(30)) {
					to = Math.max(from, near(to));
				}
				Pause.Reason reason = Pause.Reason.values()[this.random.nextInt(3)];
				waits.add(new OracleCase.Wait(new Stop(from, to, false), reason));
			}
			return waits;
		}

		private long length() {
			long life = this.due - this.start.getEpochSecond();
			long length = switch (this.random.nextInt(6)) {
				case 0 -> 0;
				case 1 -> 60;
				case 2 -> 60L * this.random.nextInt(1, 600);
				case 3 -> this.random.nextLong(life + 1);
				default -> this.random.nextLong(96 * 3600);
			};
			return this.seconds ? length : length / 60 * 60;
		}

		/** Resolutions, each reopened but perhaps the last one. */
		private List<Stop> shut() {
			List<Stop> shut = new ArrayList<>();
			long earliest = this.start.getEpochSecond();
			while (shut.size() < 3 && chance(28)) {
				long from = Math.max(earliest, moment());
				boolean met = chance(15);
				long to = met ? Stop.NEVER : from + length();
				shut.add(new Stop(from, to, true));
				if (met) {
					break;
				}
				earliest = to + (this.seconds ? 1 : 60);
			}
			return shut;
		}

		private List<Agreed> agreed(Goal first) {
			List<Agreed> agreed = new ArrayList<>(List.of(new Agreed(this.start, first)));
			while (agreed.size() < 4 && chance(45)) {
				Instant from = instant(moment());
				if (from.isAfter(agreed.get(agreed.size() - 1).from())) {
					agreed.add(new Agreed(from, goal()));
				}
			}
			return agreed;
		}

		/** Tries all that anybody will ask; whatever is known later only moves it on. */
		private void staysInside(OracleCase drawn) {
			MinuteWalk walk = this.place.walk();
			List<Stop> ended = drawn.stops().stream().filter((stop) -> !OracleCase.lasts(stop)).toList();
			drawn.agreed()
				.forEach((agreed) -> requireKnown(
						walk.due(this.start, agreed.goal(), ended).orElseThrow().getEpochSecond()));
			walk.breach(this.start, drawn.agreed(), drawn.stops(), drawn.shut());
			drawn.waits().forEach((wait) -> check(wait.stop()));
			drawn.shut().forEach(this::check);
		}

		private long longest() {
			return 86400L * (this.seconds ? 3 : 500);
		}

		private void check(Stop stop) {
			long last = OracleCase.lasts(stop) ? stop.from() : stop.to();
			requireKnown(last);
			if (last > this.start.getEpochSecond() + 2 * longest()) {
				throw new OraclePlace.OutsideException(this.place.minutes().dateOf(last));
			}
		}

		private void requireKnown(long second) {
			LocalDate date = this.place.minutes().dateOf(second);
			if (date.isBefore(this.place.first()) || date.isAfter(this.place.last())) {
				throw new OraclePlace.OutsideException(date);
			}
		}

		private boolean chance(int percent) {
			return this.random.nextInt(100) < percent;
		}

		private static Instant instant(long second) {
			return Instant.ofEpochSecond(second);
		}

	}

}
