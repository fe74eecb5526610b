/**
 * * The engine's side of a case: the model {@code customer-escalation.bpmn}, its start
 * and * its service tasks. Decides nothing.
 */
package dev.escala.escalation.process;
