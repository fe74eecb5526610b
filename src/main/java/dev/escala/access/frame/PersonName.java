package dev.escala.access.frame;

/**
 * What a person is called, carried with the caller.
 *
 * @param text first and last name
 */
public record PersonName(String text) {
}
