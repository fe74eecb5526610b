/** Commitments over HTTP. */
package dev.escala.commitment.web;
