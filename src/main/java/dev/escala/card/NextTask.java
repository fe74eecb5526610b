package dev.escala.card;

import dev.escala.reference.CaseNumber;

/**
 * What a person can do next.
 *
 * @param id of the task
 * @param name what it is called
 * @param number of the work that it belongs to, or {@code null}
 * @param subject what that is about, or {@code null}
 * @param sameCase whether it goes on with what the person has just done
 */
public record NextTask(String id, String name, CaseNumber number, String subject, boolean sameCase) {
}
