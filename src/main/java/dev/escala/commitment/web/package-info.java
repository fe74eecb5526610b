/** Commitments over HTTP. Decides nothing. */
package dev.escala.commitment.web;
