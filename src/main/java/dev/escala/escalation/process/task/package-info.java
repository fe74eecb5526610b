/**
 * The user tasks of an escalation: for each one, who gets it, why, by when and what
 * completing it means.
 */
package dev.escala.escalation.process.task;
