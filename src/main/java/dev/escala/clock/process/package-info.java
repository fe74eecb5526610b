/**
 * The engine's side of the clocks: timers, watches, and who mends what cannot be
 * measured. Knows no kind of matter.
 */
@NamedInterface("process")
package dev.escala.clock.process;

import org.springframework.modulith.NamedInterface;
