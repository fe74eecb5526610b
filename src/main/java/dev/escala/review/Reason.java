package dev.escala.review;

/**
 * A signal, and the figures that gave it.
 *
 * @param signal what was noticed
 * @param text why, in Spanish
 */
public record Reason(Signal signal, String text) {
}
