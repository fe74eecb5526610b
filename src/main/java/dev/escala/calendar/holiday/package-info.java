/**
 * The days that a law makes free, and what they are called in Spanish. Knows no calendar
 * of ours.
 */
@NamedInterface("holiday")
package dev.escala.calendar.holiday;

import org.springframework.modulith.NamedInterface;
