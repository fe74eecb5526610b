/** In whose time of day people outside read dates. Counts nothing. */
@NamedInterface("reader")
package dev.escala.calendar.reader;

import org.springframework.modulith.NamedInterface;
