package dev.escala.staffing;

import dev.escala.reference.UserId;

/**
 * Somebody, with the name to show.
 *
 * @param id user id
 * @param name full name, or the id where the person has left
 */
public record NamedPerson(UserId id, String name) {
}
