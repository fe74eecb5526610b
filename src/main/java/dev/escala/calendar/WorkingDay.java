package dev.escala.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * How one date is worked.
 *
 * @param date the date, in the calendar's zone
 * @param hours the working stretches in wall-clock time, in order; empty on a day off
 * @param note why it is no ordinary day, in Spanish: the name of the holiday or of the
 * own day, or {@code null}
 */
public record WorkingDay(LocalDate date, List<OpeningHours> hours, String note) {
}
