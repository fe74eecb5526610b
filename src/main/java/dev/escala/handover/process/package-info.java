/** The engine's side of giving tasks. Decides nothing. */
package dev.escala.handover.process;
