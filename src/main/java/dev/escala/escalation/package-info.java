/**
 * The customer escalation, worked through its four phases until it is closed. Knows
 * everything about itself that the rooms for matters must not know.
 */
package dev.escala.escalation;
