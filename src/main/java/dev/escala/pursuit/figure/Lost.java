package dev.escala.pursuit.figure;

/**
 * Losses that have something in common.
 *
 * @param of what it is, in Spanish or as somebody wrote it
 * @param sales how many
 */
public record Lost(String of, long sales) {
}
