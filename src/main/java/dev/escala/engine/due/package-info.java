/** By when tasks are done for which no clock holds. Knows no table that says so. */
@NamedInterface("due")
package dev.escala.engine.due;

import org.springframework.modulith.NamedInterface;
