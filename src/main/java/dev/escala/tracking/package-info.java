/**
 * The customer's page of a matter, and the links that open it: unguessable, expiring,
 * revocable. Knows no kind of matter, and nobody who sends the links.
 */
package dev.escala.tracking;
