/**
 * The process of an internal request: its start, tasks, timers and messages. Decides
 * nothing.
 */
package dev.escala.internalrequest.process;
