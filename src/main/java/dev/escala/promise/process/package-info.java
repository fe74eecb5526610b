/** The process of a promise: its user tasks, its timers and its messages. */
package dev.escala.promise.process;
