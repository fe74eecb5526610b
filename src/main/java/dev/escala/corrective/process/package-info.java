/**
 * The engine's side of corrective actions: who does one and who looks at its effect.
 * Decides nothing.
 */
package dev.escala.corrective.process;
