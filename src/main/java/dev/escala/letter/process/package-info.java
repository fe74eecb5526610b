/** The engine's side of letters: written, read by somebody else, sent. */
package dev.escala.letter.process;
