/** Calendars over HTTP. Decides nothing. */
package dev.escala.calendar.web;
