package dev.escala.calendar.year;

/**
 * A year of a calendar.
 *
 * @param code the calendar's code
 * @param year for example 2027
 */
public record CalendarYear(String code, int year) {

}
