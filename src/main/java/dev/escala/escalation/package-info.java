/**
 * The customer escalation: reporting it, working it through its four phases, closing it.
 */
package dev.escala.escalation;
