/**
 * Who answers for a matter, and what happens while they do nothing. Knows no kind of
 * matter, and nobody who reminds them.
 */
package dev.escala.owner;
