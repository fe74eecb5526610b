package dev.escala.clock.count;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the time of a clock counts. */
public enum Counting {

	/** Working time: only while people work, hours and minutes. */
	WORKING("horas laborables"),

	/**
	 * Whole working days: the day of the start does not count, the last one is over when
	 * it closes. A working day is not 24 working hours.
	 */
	WORKING_DAYS("días laborables"),

	/**
	 * The same with the day of the start, which counts whole. A start after closing, or
	 * on a day off, counts from the next working day.
	 */
	WORKING_DAYS_WITH_START("días laborables, contando el del inicio"),

	/**
	 * So many working days later, at the time of day of the start, also where nobody
	 * works at that time.
	 */
	WORKING_DAYS_SAME_HOUR("días laborables, a la misma hora"),

	/** Dates, weekends too; the date of the start does not count, the last one ends. */
	CALENDAR_DAYS("días naturales"),

	/** The same with the date of the start. */
	CALENDAR_DAYS_WITH_START("días naturales, contando el del inicio"),

	/**
	 * From date to date: to the end of the date with the number of that of the start, or
	 * of the last one of the month where it has no such date.
	 */
	MONTHS("meses"),

	/** The same with the date of the start: to the end of the date before. */
	MONTHS_WITH_START("meses, contando el día del inicio"),

	/** Day and night, weekends too. */
	ELAPSED("horas seguidas");

	private final String label;

	Counting(String label) {
		this.label = label;
	}

	/** What is counted, in Spanish. */
	public String label() {
		return this.label;
	}

	/** One of it, in Spanish; not where time is counted. */
	String one() {
		return this.label.replace("días", "día")
			.replace("meses", "mes")
			.replace("laborables", "laborable")
			.replace("naturales", "natural");
	}

	/** What a cell of a table says; empty where it says nothing that is known. */
	public static Optional<Counting> named(String name) {
		return Arrays.stream(values()).filter((one) -> one.name().equals(name)).findFirst();
	}

	/** All that a cell may say, in Spanish. */
	static String choices() {
		String all = Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
		int last = all.lastIndexOf(", ");
		return all.substring(0, last) + " o " + all.substring(last + 2);
	}

	/** Whether hours and minutes are counted, and not days or months. */
	public boolean isTime() {
		return this == WORKING || this == ELAPSED;
	}

	/** Whether a change of opening hours or holidays can move what is counted. */
	public boolean isWorking() {
		return switch (this) {
			case WORKING, WORKING_DAYS, WORKING_DAYS_WITH_START, WORKING_DAYS_SAME_HOUR -> true;
			default -> false;
		};
	}

	/** Whether months are counted, in a duration such as {@code P3M}. */
	public boolean isMonths() {
		return this == MONTHS || this == MONTHS_WITH_START;
	}

	/** Whether the day of the start is the first one that counts. */
	public boolean withStart() {
		return this == WORKING_DAYS_WITH_START || this == CALENDAR_DAYS_WITH_START || this == MONTHS_WITH_START;
	}

}
