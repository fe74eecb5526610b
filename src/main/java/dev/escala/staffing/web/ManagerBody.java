package dev.escala.staffing.web;

/**
 * To whom somebody reports.
 *
 * @param manager user id
 */
record ManagerBody(String manager) {
}
