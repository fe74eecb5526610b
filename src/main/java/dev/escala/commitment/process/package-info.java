/** The gate before a commitment, and the process of one. */
package dev.escala.commitment.process;
