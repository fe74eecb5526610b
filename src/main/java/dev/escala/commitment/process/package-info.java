/** The gate before a commitment, and the process of one. Decides nothing. */
package dev.escala.commitment.process;
