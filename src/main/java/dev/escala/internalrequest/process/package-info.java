/** The process of an internal request: its start, tasks, timers and messages. */
package dev.escala.internalrequest.process;
