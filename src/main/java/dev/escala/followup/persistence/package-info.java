/** Calls in the tables of {@code V267}. Decides nothing. */
package dev.escala.followup.persistence;
