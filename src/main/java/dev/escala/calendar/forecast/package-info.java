/**
 * What an edit of calendars would move before anybody makes it. Knows nobody who counts
 * by a calendar: whoever does tells it.
 */
@NamedInterface("forecast")
package dev.escala.calendar.forecast;

import org.springframework.modulith.NamedInterface;
