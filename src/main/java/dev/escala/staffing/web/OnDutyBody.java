package dev.escala.staffing.web;

/**
 * When somebody is on duty.
 *
 * @param calendar code of the calendar; {@code null} is always
 */
record OnDutyBody(String calendar) {
}
