package dev.escala.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A calendar to count with. Immutable; what it answers stays the same. */
public interface WorkingCalendar {

	/** The code by which people and configuration name it, for example {@code madrid}. */
	String code();

	/** Its Spanish name. */
	String name();

	/** The zone of its wall-clock times. */
	ZoneId zone();

	/** How the date is worked, and why it is no ordinary day. */
	WorkingDay day(LocalDate date);

	/**
	 * The working stretches of the date in absolute time, in order and without overlap.
	 * An instant belongs to one of them exactly when its wall-clock time lies within
	 * opening hours: an hour that a change of the clocks repeats is worked twice, one
	 * that it leaves out is not worked.
	 */
	List<TimeSpan> openOn(LocalDate date);

	/** Whether a law, not the organisation, makes the date a day off. */
	default boolean isPublicHoliday(LocalDate date) {
		return false;
	}

	/**
	 * Whether the holidays of that year are not confirmed yet, because a yearly decree
	 * may still change them.
	 */
	default boolean isUnconfirmed(int year) {
		return false;
	}

	/** Whether people work at that instant. */
	default boolean isOpenAt(Instant instant) {
		return openOn(instant.atZone(zone()).toLocalDate()).stream()
			.anyMatch((span) -> !instant.isBefore(span.from()) && instant.isBefore(span.to()));
	}

}
