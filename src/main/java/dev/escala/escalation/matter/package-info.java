/**
 * An escalation as a matter: how it plugs into the rooms that work on any. Nobody else of
 * the escalation knows this package.
 */
package dev.escala.escalation.matter;
