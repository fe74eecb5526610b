package dev.escala.clock.count;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Which minutes of absolute time are worked at one place: those whose wall-clock time
 * lies within the opening hours of their date. Each is looked at by itself and
 * remembered.
 */
public final class OpenMinutes {

	private static final long FIRST_DAY = LocalDate.of(2015, 12, 30).toEpochDay();

	private static final int DAYS = 20 * 366;

	private static final long DAY = 1440;

	private static final int KNOWN = 4;

	private static final int OPEN = 1;

	private static final int LAST = 2;

	/** When the wall clocks change, in minutes. */
	private final long[] changes;

	/** How many minutes they are east of UTC from then on. */
	private final long[] east;

	/** Which of them holds as each day begins. */
	private final int[] places;

	private final Function<LocalDate, List<String>> hours;

	private final byte[][] days = new byte[DAYS][];

	private final AtomicReferenceArray<int[][]> stretches = new AtomicReferenceArray<>(DAYS);

	private final Map<Long, Long> lasts = new ConcurrentHashMap<>();

	private final Map<Long, long[]> seconds = new ConcurrentHashMap<>();

	/**
	 * Looks at the opening hours of one place.
	 * @param zone of its wall clocks
	 * @param hours what each date is worked, such as {@code 09:00-14:00, 22:00-24:00}
	 */
	public OpenMinutes(ZoneId zone, Function<LocalDate, List<String>> hours) {
		this.hours = hours;
		NavigableMap<Long, Integer> offsets = offsets(zone.getRules());
		this.changes = offsets.keySet().stream().mapToLong(Long::longValue).toArray();
		this.east = offsets.values().stream().mapToLong((seconds) -> seconds / 60).toArray();
		this.places = IntStream.range(0, DAYS).map((day) -> place((FIRST_DAY + day) * DAY)).toArray();
	}

	private static NavigableMap<Long, Integer> offsets(ZoneRules rules) {
		Instant first = Instant.ofEpochSecond(FIRST_DAY * DAY * 60);
		NavigableMap<Long, Integer> offsets = new TreeMap<>(
				Map.of(Long.MIN_VALUE, rules.getOffset(first).getTotalSeconds()));
		for (ZoneOffsetTransition next = rules.nextTransition(first); next != null && next.getInstant()
			.isBefore(first.plus(Duration.ofDays(DAYS))); next = rules.nextTransition(next.getInstant())) {
			offsets.put(next.toEpochSecond() / 60, next.getOffsetAfter().getTotalSeconds());
		}
		return offsets;
	}

	/** Whether people work in the minute of that second. */
	boolean isOpen(long second) {
		return (flags(second) & OPEN) != 0;
	}

	/** Whether the date of that second closes as its minute ends. */
	boolean isLastOfDate(long second) {
		return (flags(second) & LAST) != 0;
	}

	LocalDate dateOf(long second) {
		return LocalDate.ofEpochDay(day(wallClock(Math.floorDiv(second, 60L))));
	}

	private int flags(long second) {
		long minute = Math.floorDiv(second, 60L);
		int number = number(day(minute));
		byte[] day = this.days[number];
		if (day == null) {
			day = new byte[(int) DAY];
			this.days[number] = day;
		}
		int place = (int) Math.floorMod(minute, DAY);
		// Written by several threads perhaps, always with the same value.
		if (day[place] == 0) {
			long wall = wallClock(minute);
			boolean open = look(wall);
			boolean last = open && this.lasts.computeIfAbsent(day(wall), this::last) == minute;
			day[place] = (byte) (KNOWN | (open ? OPEN : 0) | (last ? LAST : 0));
		}
		return day[place];
	}

	private boolean look(long wall) {
		int number = number(day(wall));
		int[][] open = this.stretches.get(number);
		if (open == null) {
			open = stretches(LocalDate.ofEpochDay(day(wall)));
			this.stretches.set(number, open);
		}
		long ofDay = Math.floorMod(wall, DAY);
		for (int[] stretch : open) {
			if (stretch[0] <= ofDay && ofDay < stretch[1]) {
				return true;
			}
		}
		return false;
	}

	private int[][] stretches(LocalDate date) {
		return this.hours.apply(date)
			.stream()
			.map((text) -> new int[] { minuteOfDay(text.substring(0, 5)), minuteOfDay(text.substring(6)) })
			.toArray(int[][]::new);
	}

	private long last(long day) {
		return open(day).max().orElse(Long.MIN_VALUE);
	}

	/** The open minutes of the date. */
	List<Instant> openOn(LocalDate date) {
		return open(date.toEpochDay()).mapToObj((minute) -> Instant.ofEpochSecond(minute * 60)).toList();
	}

	private LongStream open(long day) {
		return all(day).filter((minute) -> look(wallClock(minute)));
	}

	/** Found by looking at all that could be its own. */
	private LongStream all(long day) {
		long first = day * DAY - 15 * 60;
		return LongStream.range(first, first + 54 * 60).filter((minute) -> day(wallClock(minute)) == day);
	}

	/** When the minutes of the date begin, in seconds; all of them, or the open ones. */
	long[] secondsOf(LocalDate date, boolean open) {
		return this.seconds.computeIfAbsent(date.toEpochDay() * 2 + (open ? 1 : 0), (key) -> {
			long day = date.toEpochDay();
			return (open ? open(day) : all(day)).map((minute) -> minute * 60).toArray();
		});
	}

	/** What the wall clock shows, in seconds since its midnight. */
	long secondOfDay(long second) {
		return Math.floorMod(wallClock(Math.floorDiv(second, 60L)), DAY) * 60 + Math.floorMod(second, 60L);
	}

	/** The minute that the wall clocks show, counted as if they never changed. */
	private long wallClock(long minute) {
		int place = this.places[number(day(minute))];
		while (place + 1 < this.changes.length && this.changes[place + 1] <= minute) {
			place++;
		}
		return minute + this.east[place];
	}

	private int place(long minute) {
		int place = Arrays.binarySearch(this.changes, minute);
		return (place < 0) ? -place - 2 : place;
	}

	private static long day(long minute) {
		return Math.floorDiv(minute, DAY);
	}

	private static int number(long day) {
		return (int) (day - FIRST_DAY);
	}

	private static int minuteOfDay(String time) {
		return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
	}

}
