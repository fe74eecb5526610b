/** The process of a leaving customer, its tasks and its timers. Decides nothing. */
package dev.escala.retention.process;
