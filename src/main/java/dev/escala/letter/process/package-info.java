/**
 * The engine's side of letters: written, read by somebody else, sent. Decides nothing.
 */
package dev.escala.letter.process;
