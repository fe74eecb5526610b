/** Commitments in the database. Knows no rule about them. */
package dev.escala.commitment.persistence;
