/** Commitments in the database. */
package dev.escala.commitment.persistence;
