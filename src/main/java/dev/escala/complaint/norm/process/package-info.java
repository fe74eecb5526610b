/** The engine's side of searches for a norm. Decides nothing. */
package dev.escala.complaint.norm.process;
