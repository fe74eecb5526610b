/** The engine's side of giving tasks. */
package dev.escala.handover.process;
