package dev.escala.staffing;

/**
 * Somebody, with the name to show.
 *
 * @param id user id
 * @param name full name, or the id where the person has left
 */
public record NamedPerson(String id, String name) {
}
