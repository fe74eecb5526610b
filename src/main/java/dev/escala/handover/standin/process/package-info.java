/** The engine's side of work that moves. Decides nothing. */
package dev.escala.handover.standin.process;
