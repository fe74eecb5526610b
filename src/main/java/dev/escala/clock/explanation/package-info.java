/** Tells in Spanish how a clock came to its date. Changes no clock. */
@NamedInterface("explanation")
package dev.escala.clock.explanation;

import org.springframework.modulith.NamedInterface;
