/**
 * The customer's page of a matter, and the secret links that open it. Knows no kind of
 * matter, and nobody who sends the links.
 */
package dev.escala.tracking;
