/**
 * What somebody writes to the customers of a matter, from the draft until it leaves.
 * Knows no kind of matter.
 */
package dev.escala.letter;
