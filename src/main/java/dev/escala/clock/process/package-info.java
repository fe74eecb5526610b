/**
 * The engine's side of the clocks: timers, watches, and who mends what cannot be
 * measured.
 */
@NamedInterface("process")
package dev.escala.clock.process;

import org.springframework.modulith.NamedInterface;
