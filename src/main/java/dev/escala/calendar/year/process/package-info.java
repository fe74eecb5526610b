/** The supervisors' task to confirm a year of a calendar. Knows no case. */
package dev.escala.calendar.year.process;
