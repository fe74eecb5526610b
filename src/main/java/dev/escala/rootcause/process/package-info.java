/**
 * The engine's side of an analysis: its tasks, and the process where it stands alone.
 * Decides nothing about its text.
 */
package dev.escala.rootcause.process;
