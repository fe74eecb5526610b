/**
 * Commitments to customers and prospects, and the gate before them: nothing is committed
 * to that nobody decided.
 */
package dev.escala.commitment;
