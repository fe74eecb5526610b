package dev.escala.clock.count;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Which minutes of absolute time are worked at one place: those whose wall-clock time
 * lies within the opening hours of their date. Each is looked at by itself and
 * remembered.
 */
public final class OpenMinutes {

	private static final long FIRST_DAY = LocalDate.of(2016, 1, 1).toEpochDay();

	private static final int YEARS = 20;

	private static final int KNOWN = 4;

	private static final int OPEN = 1;

	private static final int LAST = 2;

	private final ZoneId zone;

	private final Function<LocalDate, List<String>> hours;

	private final byte[][] days = new byte[YEARS * 366][];

	private final Map<LocalDate, int[][]> stretches = new ConcurrentHashMap<>();

	private final Map<LocalDate, Long> lasts = new ConcurrentHashMap<>();

	/**
	 * Looks at the opening hours of one place.
	 * @param zone of its wall clocks
	 * @param hours what each date is worked, such as {@code 09:00-14:00, 22:00-24:00}
	 */
	public OpenMinutes(ZoneId zone, Function<LocalDate, List<String>> hours) {
		this.zone = zone;
		this.hours = hours;
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
		return wallClock(Math.floorDiv(second, 60L)).toLocalDate();
	}

	private int flags(long second) {
		long minute = Math.floorDiv(second, 60L);
		int number = (int) (Math.floorDiv(minute, 1440L) - FIRST_DAY);
		byte[] day = this.days[number];
		if (day == null) {
			day = new byte[1440];
			this.days[number] = day;
		}
		int place = (int) Math.floorMod(minute, 1440L);
		// Written by several threads perhaps, always with the same value.
		if (day[place] == 0) {
			LocalDateTime wall = wallClock(minute);
			boolean open = look(wall);
			boolean last = open && last(wall.toLocalDate()) == minute;
			day[place] = (byte) (KNOWN | (open ? OPEN : 0) | (last ? LAST : 0));
		}
		return day[place];
	}

	private boolean look(LocalDateTime wall) {
		int ofDay = wall.getHour() * 60 + wall.getMinute();
		for (int[] stretch : this.stretches.computeIfAbsent(wall.toLocalDate(), this::stretches)) {
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

	private long last(LocalDate date) {
		return this.lasts.computeIfAbsent(date, (any) -> {
			List<Instant> open = openOn(date);
			return open.isEmpty() ? Long.MIN_VALUE : open.get(open.size() - 1).getEpochSecond() / 60;
		});
	}

	/** The open minutes of the date, found by looking at all that could be its own. */
	List<Instant> openOn(LocalDate date) {
		long first = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC) / 60 - 15 * 60;
		List<Instant> open = new ArrayList<>();
		for (long minute = first; minute < first + 54 * 60; minute++) {
			LocalDateTime wall = wallClock(minute);
			if (wall.toLocalDate().equals(date) && look(wall)) {
				open.add(Instant.ofEpochSecond(minute * 60));
			}
		}
		return open;
	}

	private LocalDateTime wallClock(long minute) {
		Instant instant = Instant.ofEpochSecond(minute * 60);
		return LocalDateTime.ofEpochSecond(minute * 60, 0, this.zone.getRules().getOffset(instant));
	}

	private static int minuteOfDay(String time) {
		return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
	}

}
