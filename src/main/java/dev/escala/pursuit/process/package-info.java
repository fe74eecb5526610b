/**
 * The processes of prospects and opportunities: their start, stages, timers and messages.
 * Decides nothing.
 */
package dev.escala.pursuit.process;
