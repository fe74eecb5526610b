/**
 * Computes clocks again because something outside of their matter changed. Knows nobody
 * who may want that.
 */
@NamedInterface("recalculation")
package dev.escala.clock.recalculation;

import org.springframework.modulith.NamedInterface;
