/**
 * The process of an observation: its timers and messages. Decides nothing.
 */
package dev.escala.observation.process;
