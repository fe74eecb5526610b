/**
 * The engine's side of owners: their tasks, and the watch over a matter left alone.
 * Decides nothing.
 */
package dev.escala.owner.process;
