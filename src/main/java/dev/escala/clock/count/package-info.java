/** Counts time on a calendar until a target is reached. Knows no matter. */
@NamedInterface("count")
package dev.escala.clock.count;

import org.springframework.modulith.NamedInterface;
