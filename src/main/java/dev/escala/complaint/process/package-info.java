/**
 * The process of a complaint: its start, tasks, timers and messages. Decides nothing.
 */
package dev.escala.complaint.process;
