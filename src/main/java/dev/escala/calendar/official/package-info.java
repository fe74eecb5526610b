/**
 * An official calendar, as a file, against one of ours. Knows nobody who counts by a
 * calendar: whoever does tells what would move.
 */
@NamedInterface("official")
package dev.escala.calendar.official;

import org.springframework.modulith.NamedInterface;
