/**
 * Somebody compares the holidays of each coming year with the official calendar: for each
 * calendar in use, once. Knows nobody who counts by a calendar.
 */
package dev.escala.calendar.year;
