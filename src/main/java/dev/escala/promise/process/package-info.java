/**
 * The process of a promise: its user tasks, its timers and its messages. Decides nothing.
 */
package dev.escala.promise.process;
