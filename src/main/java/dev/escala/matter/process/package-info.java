/**
 * The engine's side of matters: the process that carries one. Knows neither a room nor a
 * kind of matter.
 */
@NamedInterface("process")
package dev.escala.matter.process;

import org.springframework.modulith.NamedInterface;
