/** The engine's side of reviews of transfers. Decides nothing. */
package dev.escala.transfer.process;
